package fr.ecolhuma.etreprof.recommendation.judging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class RankBiasedOverlapTests {

    @Test
    void equalListsHaveOneAndOthersNone() {
        assertThat(RankBiasedOverlap.of(List.of(1, 2, 3), List.of(1, 2, 3))).isCloseTo(1, within(1e-12));
        assertThat(RankBiasedOverlap.of(List.of(1, 2), List.of(3, 4))).isZero();
        assertThat(RankBiasedOverlap.of(List.of(), List.of())).isEqualTo(1);
        assertThat(RankBiasedOverlap.of(List.of(1), List.of())).isZero();
    }

    /** Depths 1, 2, 3 have 0, 2/2 and 2/3 in common and weigh 1, 0.9 and 0.81. */
    @Test
    void theTopCountsMost() {
        double expected = (0 + 0.9 + 0.81 * 2 / 3) / (1 + 0.9 + 0.81);
        assertThat(RankBiasedOverlap.of(List.of(1, 2, 3), List.of(2, 1, 4))).isCloseTo(expected, within(1e-12));
    }
}
