package fr.ecolhuma.etreprof.segmentation.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SegmentCountVerdictTests {

    private static final SegmentCount THREE = new SegmentCount(3, 200, 0.5, 1.2, 90, 0.99);
    private static final SegmentCount FOUR = new SegmentCount(4, 150, 0.4, 1.0, 100, 0.9);
    private static final SegmentCount FIVE = new SegmentCount(5, 135, 0.3, 1.1, 80, 0.7);

    @Test
    void staysWhileNoOtherIsBetterByAllMeasures() {
        SegmentCountVerdict verdict = SegmentCountVerdict.of(4, List.of(THREE, FOUR, FIVE));
        assertThat(verdict.keep()).isTrue();
        assertThat(verdict.best())
                .isEqualTo(Map.of("silhouette", 3, "davies_bouldin", 4, "calinski_harabasz", 4, "stability", 3));
        assertThat(verdict.sentences())
                .containsExactly(
                        "The step from 3 to 4 segments takes away 25 % of the inertia, the step to 5 another 10 %.",
                        "By silhouette (more is better) 4 segments have 0.400 and come 2 of 3; the best are 3 with 0.500.",
                        "By Davies-Bouldin (less is better) 4 segments are the best, with 1.000.",
                        "By Calinski-Harabasz (more is better) 4 segments are the best, with 100.000.",
                        "By stability (more is better) 4 segments have 0.900 and come 2 of 3; the best are 3 with 0.990.",
                        "k = 4 stays: its segments come back on other draws of the users (0.90, at least 0.8 is required)"
                                + " and no other number is better by all four measures.");
    }

    @Test
    void isReconsideredWhenAnotherIsBetterByAllMeasures() {
        SegmentCount better = new SegmentCount(3, 200, 0.5, 0.9, 110, 0.99);
        SegmentCountVerdict verdict = SegmentCountVerdict.of(4, List.of(better, FOUR, FIVE));
        assertThat(verdict.keep()).isFalse();
        assertThat(verdict.sentences().getLast())
                .startsWith("k = 4 should be reconsidered: better by all four measures at once: k in [3];")
                .doesNotContain("come back");
    }

    @Test
    void isReconsideredWhenItsSegmentsDoNotComeBack() {
        SegmentCountVerdict verdict = SegmentCountVerdict.of(5, List.of(THREE, FOUR, FIVE));
        assertThat(verdict.keep()).isFalse();
        assertThat(verdict.sentences().getLast())
                .contains("do not come back well enough on other draws of the users (0.70, at least 0.8 is required)")
                .contains("k in [4]");
        assertThat(verdict.sentences()).noneMatch(sentence -> sentence.contains("The step"));
    }

    @Test
    void cannotBeJudgedWhenItWasNotTried() {
        SegmentCountVerdict verdict = SegmentCountVerdict.of(4, List.of(THREE));
        assertThat(verdict.keep()).isFalse();
        assertThat(verdict.sentences()).hasSize(1).first().asString().contains("cannot be judged");
    }
}
