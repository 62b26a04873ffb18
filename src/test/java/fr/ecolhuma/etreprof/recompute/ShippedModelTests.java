package fr.ecolhuma.etreprof.recompute;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ecolhuma.etreprof.classification.embedding.Embedder;
import fr.ecolhuma.etreprof.features.FeatureExtraction;
import fr.ecolhuma.etreprof.features.Features;
import fr.ecolhuma.etreprof.ingestion.engine.EngineSettings;
import fr.ecolhuma.etreprof.ingestion.source.Exports;
import fr.ecolhuma.etreprof.recompute.stages.ContentThemes;
import fr.ecolhuma.etreprof.snapshot.files.SnapshotStore;
import fr.ecolhuma.etreprof.snapshot.model.Snapshot;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

/** The model in {@code models/} against what is learnt anew from the exports in {@code data/demo/}. */
class ShippedModelTests {

    private static String export(String name) {
        return Path.of("data", "demo", name + ".csv.gz").toString();
    }

    /** Equal figures and equal hashes of terms and weights: the card says what is served, and the code still learns it. */
    @Test
    void theCardOfItsClassifierIsTrue() {
        Snapshot shipped = new SnapshotStore(Path.of("models")).loadCurrent().orElseThrow();
        Features demo = FeatureExtraction.extract(
                new Exports(export("users"), export("contents"), export("interactions"), export("content_with_topics")),
                new EngineSettings(null, Instant.parse("2026-01-01T00:00:00Z"), 400L << 20, 2));
        ContentThemes anew = ContentThemes.learn(demo.contents(), List.of(), null, 2, Embedder.none());

        assertThat(anew.classifier().card()).isEqualTo(shipped.classifier().card());
    }

    /** By the figures of its card, from uses that the judged model had not seen. */
    @Test
    void itsListsAreNowhereBelowTheLearntWeightsAlone() {
        SortedMap<String, SortedMap<String, Double>> figures = new SnapshotStore(Path.of("models"))
                .loadCurrent()
                .orElseThrow()
                .model()
                .recommender()
                .card()
                .figures();
        for (String measure : List.of("recall@10", "recall@20", "recall@100", "ndcg@10", "ndcg@20", "ndcg@100")) {
            for (String other : List.of("ease", "popular")) {
                assertThat(figures.get("hybrid").get(measure))
                        .as("%s against %s", measure, other)
                        .isGreaterThanOrEqualTo(figures.get(other).get(measure));
            }
        }
    }
}
