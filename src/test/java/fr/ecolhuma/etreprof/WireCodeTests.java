package fr.ecolhuma.etreprof;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ecolhuma.etreprof.classification.language.Language;
import fr.ecolhuma.etreprof.classification.serving.Abstention;
import fr.ecolhuma.etreprof.domain.TaughtLevels.Stage;
import fr.ecolhuma.etreprof.recommendation.evaluation.RecommenderModel;
import fr.ecolhuma.etreprof.recommendation.list.Rung;
import fr.ecolhuma.etreprof.recommendation.list.Source;
import fr.ecolhuma.etreprof.recompute.gates.GateFinding;
import fr.ecolhuma.etreprof.recompute.jobs.JobState;
import fr.ecolhuma.etreprof.recompute.stages.Progress;
import fr.ecolhuma.etreprof.segmentation.explain.MoveExplanation;
import fr.ecolhuma.etreprof.segmentation.model.FeatureSet;
import fr.ecolhuma.etreprof.snapshot.past.ModelHistory;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Every code that answers, files and metrics hold, letter by letter: a constant may be renamed, its code may not. */
class WireCodeTests {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private static <E> List<String> codes(E[] constants, Function<E, String> code) {
        return Arrays.stream(constants).map(code).toList();
    }

    /** Of types that are written as JSON themselves; read again, they are the same. */
    private static <E> List<String> written(E[] constants, Class<E> type) {
        return codes(constants, constant -> {
            String json = MAPPER.writeValueAsString(constant);
            assertThat(MAPPER.readValue(json, type)).isEqualTo(constant);
            return json;
        });
    }

    @Test
    void ofLists() {
        assertThat(codes(Rung.values(), Rung::code)).containsExactly("history", "segment_level", "segment", "popular");
        assertThat(codes(Source.values(), Source::code))
                .containsExactly(
                        "history", "similar_content", "segment", "popular", "priority_challenge", "cluster_matching");
    }

    @Test
    void ofTexts() {
        assertThat(codes(Abstention.values(), Abstention::code))
                .containsExactly(
                        "too short",
                        "neither French nor English",
                        "nothing recognised",
                        "not about school",
                        "several equally likely",
                        "not sure enough");
        assertThat(codes(Language.values(), Language::code)).containsExactly("fr", "en", "other");
    }

    @Test
    void ofRuns() {
        assertThat(written(JobState.Code.values(), JobState.Code.class))
                .containsExactly(
                        "\"queued\"",
                        "\"running\"",
                        "\"cancelling\"",
                        "\"published\"",
                        "\"kept\"",
                        "\"rejected\"",
                        "\"failed\"",
                        "\"cancelled\"");
        assertThat(codes(Progress.Stage.values(), Progress.Stage::code))
                .containsExactly("features", "themes", "segmentation", "recommendation", "publication", "done");
        assertThat(written(GateFinding.Verdict.values(), GateFinding.Verdict.class))
                .containsExactly("\"PASSED\"", "\"WATCH\"", "\"REFUSED\"");
        assertThat(written(ModelHistory.Action.values(), ModelHistory.Action.class))
                .containsExactly("\"PUBLISHED\"", "\"PROMOTED\"", "\"ROLLED_BACK\"", "\"RECOVERED\"");
    }

    @Test
    void ofMoves() {
        assertThat(written(MoveExplanation.Cause.values(), MoveExplanation.Cause.class))
                .containsExactly("\"counts\"", "\"model\"");
    }

    @Test
    void ofModels() {
        assertThat(codes(Stage.values(), Stage::code))
                .containsExactly("maternelle", "elementaire", "college", "lycee", "lycee_pro", "autre");
        assertThat(codes(FeatureSet.values(), FeatureSet::code)).containsExactly("behaviour", "thematic", "both");
        assertThat(codes(RecommenderModel.values(), RecommenderModel::code))
                .containsExactly("ease", "itemknn", "popular", "hybrid");
    }
}
