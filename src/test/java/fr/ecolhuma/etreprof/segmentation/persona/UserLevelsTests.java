package fr.ecolhuma.etreprof.segmentation.persona;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.ecolhuma.etreprof.segmentation.TestCounts;
import fr.ecolhuma.etreprof.tables.CountMatrix;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UserLevelsTests {

    private static UserLevels levels(int... counts) {
        return UserLevels.of(CountMatrix.of(List.of("nb_vote"), counts), List.of("nb_vote"));
    }

    @Test
    void theScaleIsLogarithmic() {
        // 1 + x is 1, 2, 4, 8, 16, so the logarithms are 0 to 4 times ln 2
        UserLevels levels = levels(0, 1, 3, 7, 15);
        assertThat(IntStream.range(0, 5).mapToDouble(levels::level).toArray())
                .containsExactly(new double[] {0, 0.5, 1, 1.5, 2}, within(1e-12));
    }

    @Test
    void aRobotDoesNotSetTheScale() {
        // of 200 users the 198th by count is the top: two are above or equal, the robot and one at 7
        int[] counts = new int[200];
        counts[0] = 45_834;
        counts[1] = 7;
        counts[2] = 7;
        counts[3] = 1;
        UserLevels levels = levels(counts);
        assertThat(levels.level(0)).isEqualTo(2);
        assertThat(levels.level(1)).isEqualTo(2);
        assertThat(levels.level(3)).isCloseTo(2.0 / 3, within(1e-12));
        assertThat(levels.level(4)).isZero();
    }

    @Test
    void withoutAnyUseEveryoneIsAtZero() {
        assertThat(levels(0, 0, 0).level(1)).isZero();
    }

    @Test
    void columnsAreSummed() {
        CountMatrix counts = TestCounts.of(List.of("a", "b", "c"), new int[] {1, 50, 2}, new int[] {7, 0, 8});
        assertThat(UserLevels.of(counts, List.of("a", "c")).level(0)).isCloseTo(1, within(1e-12)); // ln 4 / ln 16
    }
}
