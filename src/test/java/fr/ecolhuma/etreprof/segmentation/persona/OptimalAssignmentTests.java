package fr.ecolhuma.etreprof.segmentation.persona;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OptimalAssignmentTests {

    @Test
    void theLeastTotalBeatsTheGreedyChoice() {
        // greedy takes 1 then 100; the optimum is 2 + 3
        assertThat(OptimalAssignment.of(new double[][] {{1, 2}, {3, 100}})).containsExactly(1, 0);
    }

    @Test
    void aCycleIsFound() {
        assertThat(OptimalAssignment.of(new double[][] {{9, 1, 9, 9}, {9, 9, 1, 9}, {9, 9, 9, 1}, {1, 9, 9, 9}}))
                .containsExactly(1, 2, 3, 0);
    }

    @Test
    void ofEqualTotalsTheFirstIsTaken() {
        assertThat(OptimalAssignment.of(new double[3][3])).containsExactly(0, 1, 2);
    }
}
