package fr.ecolhuma.etreprof.segmentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class AssignmentsTests {

    @Test
    void segmentsAreKeptAndCounted() {
        byte[] segments = {2, 0, 2};
        Assignments assignments = Assignments.of(segments, 3);
        segments[0] = 1;
        assertThat(assignments.size()).isEqualTo(3);
        assertThat(assignments.segment(0)).isEqualTo(2);
        assertThat(assignments.counts()).containsExactly(1, 0, 2);
    }

    @Test
    void segmentsOutOfRangeAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Assignments.of(new byte[] {0, 4}, 4))
                .withMessage("found segment 4, expected 0 to 3");
        assertThatIllegalArgumentException().isThrownBy(() -> Assignments.of(new byte[] {-1}, 4));
    }
}
