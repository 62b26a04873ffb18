package fr.ecolhuma.etreprof.segmentation.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ecolhuma.etreprof.segmentation.TestCounts;
import fr.ecolhuma.etreprof.segmentation.model.Scaler;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DistinctRowsTests {

    private static final DistinctRows ROWS = DistinctRows.of(TestCounts.of(
            List.of("a", "b"), new int[] {2, 0}, new int[] {0, 7}, new int[] {2, 0}, new int[] {0, 3}, new int[] {2, 0
            }));

    @Test
    void identicalRowsAreMergedInLexicographicOrder() {
        assertThat(ROWS.size()).isEqualTo(3);
        assertThat(ROWS.row(0)).containsExactly(0, 3);
        assertThat(ROWS.row(1)).containsExactly(0, 7);
        assertThat(ROWS.row(2)).containsExactly(2, 0);
        assertThat(IntStream.range(0, 5).map(ROWS::groupOf)).containsExactly(2, 1, 2, 0, 2);
    }

    @Test
    void pointsCarryTheNumberOfUsersAndScaledCounts() {
        Scaler halves = Scaler.of(new double[] {0, 0}, new double[] {Math.log(2), Math.log(2)});
        Points points = ROWS.points(halves);
        assertThat(IntStream.range(0, points.size()).map(points::weight)).containsExactly(1, 1, 3);
        assertThat(points.get(0)).containsExactly(0, 2); // ln(1 + 3) = 2 ln 2
        assertThat(points.get(1)).containsExactly(0, 3);
    }
}
