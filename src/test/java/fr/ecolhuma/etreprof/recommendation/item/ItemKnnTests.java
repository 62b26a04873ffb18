package fr.ecolhuma.etreprof.recommendation.item;

import static fr.ecolhuma.etreprof.recommendation.Matrices.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.ecolhuma.etreprof.recommendation.Matrices;
import fr.ecolhuma.etreprof.recommendation.usage.Gram;
import fr.ecolhuma.etreprof.recommendation.usage.UsageMatrix;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ItemKnnTests {

    /** Users of items 0 to 3: 3, 3, 1, 0; of 0 and 1: 2, of 0 and 2: 1, of 1 and 2: none. */
    private static final UsageMatrix MATRIX = Matrices.of(4, row(0, 1), row(0, 2), row(1), row(0, 1));

    private final ExecutorService executor = Executors.newFixedThreadPool(2);

    @AfterEach
    void stop() {
        executor.shutdown();
    }

    private double[] from(int item, ItemKnn.Settings settings) {
        double[] scores = new double[4];
        ItemKnn.fit(Gram.count(MATRIX, executor), settings, executor).add(item, 1, scores);
        return scores;
    }

    @Test
    void theCosineIsShrunk() {
        assertThat(from(0, new ItemKnn.Settings(9, 0)))
                .containsExactly(new double[] {0, 2 / 3.0, 1 / Math.sqrt(3), 0}, within(1e-7));
        assertThat(from(0, new ItemKnn.Settings(9, 1)))
                .containsExactly(new double[] {0, 2 / 4.0, 1 / (Math.sqrt(3) + 1), 0}, within(1e-7));
    }

    @Test
    void fewerNeighboursAreTheNearestOfMore() {
        UsageMatrix matrix = Matrices.random(200, 60, 0.2, 3);
        Gram gram = Gram.count(matrix, executor);
        ItemScorer cut = ItemKnn.neighbourhood(gram, new ItemKnn.Settings(40, 10), executor)
                .nearest(7)
                .scorer();
        ItemScorer few = ItemKnn.fit(gram, new ItemKnn.Settings(7, 10), executor);

        for (int item = 0; item < 60; item++) {
            double[] scores = new double[60];
            double[] expected = new double[60];
            cut.add(item, 1, scores);
            few.add(item, 1, expected);
            assertThat(scores).isEqualTo(expected);
        }
    }

    @Test
    void onlyTheNearestOfATargetSpeakForIt() {
        // Item 0 has one neighbour, item 1; item 2 speaks for nobody, while item 0 speaks for 1 and 2.
        ItemKnn.Settings one = new ItemKnn.Settings(1, 0);

        assertThat(from(2, one)).containsExactly(0, 0, 0, 0);
        assertThat(from(0, one)).containsExactly(new double[] {0, 2 / 3.0, 1 / Math.sqrt(3), 0}, within(1e-7));
    }
}
