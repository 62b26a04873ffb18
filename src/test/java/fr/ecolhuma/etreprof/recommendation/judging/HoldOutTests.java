package fr.ecolhuma.etreprof.recommendation.judging;

import static fr.ecolhuma.etreprof.recommendation.Matrices.row;
import static org.assertj.core.api.Assertions.assertThat;

import fr.ecolhuma.etreprof.recommendation.Matrices;
import fr.ecolhuma.etreprof.recommendation.usage.UsageMatrix;
import fr.ecolhuma.etreprof.recommendation.usage.UsagePairs;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class HoldOutTests {

    @Test
    void theLatestFifthIsSetAside() {
        HoldOut split = HoldOut.of(
                Matrices.of(12, row(9, 8, 7, 6, 5, 4, 3, 2, 1, 0), row(4, 2), row(11), row()), Order.AFTER_EACH);

        assertThat(split.held().itemsOf(0)).containsExactly(0, 1);
        assertThat(split.kept().itemsOf(0)).containsExactly(2, 3, 4, 5, 6, 7, 8, 9);
        assertThat(split.held().itemsOf(1)).containsExactly(2);
        assertThat(split.kept().itemsOf(1)).containsExactly(4);
        assertThat(split.held().size(2)).isZero();
        assertThat(split.kept().itemsOf(2)).containsExactly(11);
    }

    @Test
    void aSampleIsAFifthToo() {
        UsageMatrix matrix = Matrices.random(300, 40, 0.5, 1);

        HoldOut split = HoldOut.of(matrix, Order.NONE);

        assertThat(split.held().pairs() + split.kept().pairs()).isEqualTo(matrix.pairs());
        int[] timesAside = new int[40];
        for (int user = 0; user < 300; user++) {
            assertThat(split.held().size(user)).isEqualTo(matrix.size(user) / 5);
            for (int item : split.held().itemsOf(user)) {
                assertThat(split.kept().has(user, item)).isFalse();
                timesAside[item]++;
            }
        }
        assertThat(Arrays.stream(timesAside).boxed())
                .allSatisfy(times -> assertThat(times).isBetween(10, 60));
    }

    @Test
    void onlySomeUsersAreAskedAbout() {
        UsageMatrix matrix = Matrices.random(100, 40, 0.5, 1);

        HoldOut split = HoldOut.of(matrix, Order.NONE, 7);

        int asked = 0;
        for (int user = 0; user < 100; user++) {
            asked += split.held().size(user) > 0 ? 1 : 0;
            assertThat(split.kept().size(user)).isEqualTo(matrix.size(user) - matrix.size(user) / 5);
        }
        assertThat(asked).isEqualTo(7);
    }

    /** Of 15 rows the last three are set aside: one can be asked about, one is of a new user and one of a new item. */
    @Test
    void theLastFifthOfAllRowsIsSetAside() {
        int[][] rows = {
            {0, 0}, {0, 1}, {1, 0}, {1, 1}, {1, 2}, {2, 0}, {2, 1}, {2, 2}, {3, 0}, {3, 1}, {3, 2}, {3, 4}, {0, 2},
            {4, 0}, {1, 3}
        };
        UsagePairs pairs = new UsagePairs(true);
        for (int time = 0; time < rows.length; time++) {
            pairs.add(rows[time][0], rows[time][1], time);
        }

        HoldOut split = HoldOut.of(pairs.matrix(5, 5), Order.AFTER_ALL);

        assertThat(split.held().pairs()).isEqualTo(1);
        assertThat(split.held().itemsOf(0)).containsExactly(2);
        assertThat(split.kept().pairs()).isEqualTo(12);
        assertThat(split.kept().itemsOf(0)).containsExactly(0, 1);
        assertThat(split.kept().itemsOf(4)).isEmpty();
    }

    @Test
    void rowsOfOneTimeAreSetAsideByUser() {
        UsagePairs pairs = new UsagePairs(true);
        pairs.add(0, 0, 7);
        pairs.add(0, 1, 7);

        UsageMatrix matrix = pairs.matrix(1, 2);

        assertThat(HoldOut.of(matrix, Order.AFTER_ALL).held().itemsOf(0))
                .hasSize(1)
                .isEqualTo(HoldOut.of(matrix, Order.AFTER_EACH).held().itemsOf(0));
    }

    @Test
    void whereNobodyUsedTwoItemsNothingCanBeSetAside() {
        assertThat(HoldOut.of(Matrices.of(2, row(0), row(1)), Order.NONE).isEmpty())
                .isTrue();
    }
}
