package fr.ecolhuma.etreprof.classification.serving;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ecolhuma.etreprof.domain.Defi;
import fr.ecolhuma.etreprof.domain.Taxonomy;
import fr.ecolhuma.etreprof.domain.Theme;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClassificationAnswerTests {

    private static final Taxonomy TAXONOMY = Taxonomy.load();
    private static final Theme THEME = TAXONOMY.theme(16);
    private static final Defi DEFI = TAXONOMY.defis().getFirst();

    private static Classification of(Theme theme, Defi defi, Abstention reason, double confidence) {
        return new Classification(
                "fr",
                theme,
                defi,
                List.of(new Classification.Likely<>(THEME, confidence)),
                List.of(new Classification.Likely<>(DEFI, 0.00004)),
                reason,
                List.of(new Evidence("fraction", "theme", THEME.code(), "heading", 0.123456, 2, 10)),
                false);
    }

    @Test
    void aThemeIsToldWithItsConfidence() {
        ClassificationAnswer answer = ClassificationAnswer.of(of(THEME, DEFI, null, 0.912345), TAXONOMY);
        assertThat(answer.theme()).isEqualTo(THEME.label());
        assertThat(answer.defi()).isEqualTo(DEFI.code());
        assertThat(answer.confidence()).isEqualTo(0.9123);
        assertThat(answer.abstained()).isFalse();
        assertThat(answer.reason()).isNull();
        assertThat(answer.bestGuess()).isNull();
        assertThat(answer.topicPrincipal()).isEqualTo(new ClassificationAnswer.Topic(16, THEME.label(), 91.2));
        assertThat(answer.themes())
                .containsExactly(
                        new ClassificationAnswer.LikelyTheme(16, THEME.code(), THEME.label(), THEME.labelFr(), 0.9123));
        assertThat(answer.defis().getFirst().confidence()).isZero();
        assertThat(answer.evidence())
                .containsExactly(new Evidence("fraction", "theme", THEME.code(), "heading", 0.1235, 2, 10));
    }

    @Test
    void anAbstentionNamesTheOutlier() {
        ClassificationAnswer answer =
                ClassificationAnswer.of(of(null, null, Abstention.SEVERAL_LIKELY, 0.30005), TAXONOMY);
        assertThat(answer.theme()).isNull();
        assertThat(answer.defi()).isNull();
        assertThat(answer.abstained()).isTrue();
        assertThat(answer.reason()).isEqualTo("several equally likely");
        assertThat(answer.topicPrincipal().id()).isEqualTo(-1);
        assertThat(answer.topicPrincipal().label()).isEqualTo("Other");
        assertThat(answer.topicPrincipal().confidence()).isZero();
        assertThat(answer.confidence()).isEqualTo(0.3001);
        assertThat(answer.bestGuess()).isEqualTo(answer.themes().getFirst());
    }
}
