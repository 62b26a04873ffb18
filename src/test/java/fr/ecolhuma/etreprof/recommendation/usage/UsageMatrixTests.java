package fr.ecolhuma.etreprof.recommendation.usage;

import static fr.ecolhuma.etreprof.recommendation.Matrices.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.ecolhuma.etreprof.recommendation.Matrices;
import fr.ecolhuma.etreprof.tables.InteractionTable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class UsageMatrixTests {

    @Test
    void aRepeatedPairCountsOnceWithItsLatestTime() {
        UsagePairs pairs = new UsagePairs(true);
        pairs.add(1, 2, 7);
        pairs.add(1, 0, 1);
        pairs.add(1, 2, 9);
        pairs.add(1, 2, 8);

        UsageMatrix matrix = pairs.matrix(2, 3);

        assertThat(matrix.pairs()).isEqualTo(2);
        assertThat(matrix.size(0)).isZero();
        assertThat(matrix.itemsOf(1)).containsExactly(0, 2);
        assertThat(matrix.time(matrix.start(1) + 1)).isEqualTo(9);
        assertThat(matrix.has(1, 2)).isTrue();
        assertThat(matrix.has(0, 2)).isFalse();
    }

    @Test
    void aCapKeepsTheLatest() {
        UsageMatrix capped = Matrices.of(4, row(3, 1, 0, 2), row(1)).capped(2);

        assertThat(capped.itemsOf(0)).containsExactly(0, 2);
        assertThat(capped.itemsOf(1)).containsExactly(1);
    }

    @Test
    void someItemsAreNumberedAnew() {
        UsageMatrix some = Matrices.of(5, row(4, 1, 0), row(0), row(3, 4)).ofItems(new int[] {1, 3, 4});

        assertThat(some.items()).isEqualTo(3);
        assertThat(some.itemsOf(0)).containsExactly(0, 2);
        assertThat(some.itemsOf(1)).isEmpty();
        assertThat(some.itemsOf(2)).containsExactly(1, 2);
    }

    @Test
    void aTableOfTheExportsIsTakenAsItIs() {
        InteractionTable table =
                InteractionTable.of(new int[] {0, 0, 2}, new int[] {0, 2}, new int[] {5, 1}, new long[] {100, 50});

        UsageMatrix matrix = UsageMatrix.of(table, 4);

        assertThat(matrix.users()).isEqualTo(2);
        assertThat(matrix.items()).isEqualTo(4);
        assertThat(matrix.itemsOf(1)).containsExactly(0, 2);
        assertThat(matrix.time(1)).isEqualTo(50);
    }

    @Test
    void sharedUsersAreCounted() {
        try (ExecutorService executor = Executors.newFixedThreadPool(2)) {
            Gram gram = Gram.count(Matrices.of(4, row(0, 1), row(0, 2), row(1), row(0, 1)), executor);

            assertThat(gram.users(0, 1)).isEqualTo(2);
            assertThat(gram.users(1, 0)).isEqualTo(2);
            assertThat(gram.users(1, 2)).isZero();
            assertThat(gram.users(0)).isEqualTo(3);
            assertThat(gram.users(3)).isZero();
        }
    }

    @Test
    void lateUsesWeighMore() {
        UsageMatrix matrix = Matrices.of(4, row(2, 3, 0));

        assertThat(Recency.weights(matrix, 0, 1)).containsExactly(new double[] {1, 0.25, 0.5}, within(1e-12));
        assertThat(Recency.weights(matrix, 0, Double.POSITIVE_INFINITY)).containsExactly(1, 1, 1);
    }

    @Test
    void equallyLateUsesWeighTheSame() {
        UsagePairs pairs = new UsagePairs(true);
        pairs.add(0, 0, 5);
        pairs.add(0, 1, 4);
        pairs.add(0, 2, 5);
        pairs.add(0, 3, 4);

        assertThat(Recency.weights(pairs.matrix(1, 4), 0, 2)).containsExactly(1, 0.5, 1, 0.5);
    }
}
