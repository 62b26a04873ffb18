package fr.ecolhuma.etreprof.recommendation;

import static fr.ecolhuma.etreprof.recommendation.Matrices.row;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LambdaSearchTests {

    private final ExecutorService executor = Executors.newFixedThreadPool(2);

    @AfterEach
    void stop() {
        executor.shutdown();
    }

    /** Each user likes one of four groups of ten items and now and then uses another. */
    private static UsageMatrix groups(int users) {
        Random random = new Random(4);
        UsagePairs pairs = new UsagePairs(false);
        for (int user = 0; user < users; user++) {
            for (int use = 0; use < 6; use++) {
                boolean own = random.nextInt(3) > 0;
                pairs.add(user, own ? user % 4 * 10 + random.nextInt(10) : random.nextInt(40), 0);
            }
        }
        return pairs.matrix(users, 40);
    }

    @Test
    void noRoundValueIsMuchBetterThanTheOneChosen() {
        UsageMatrix matrix = groups(400);
        Validation validation = Validation.of(matrix, false, executor);

        double chosen = LambdaSearch.best(matrix, false, 10, executor);

        for (double other : new double[] {1, 10, 100, 1000, 10000}) {
            assertThat(quality(validation, chosen)).isGreaterThanOrEqualTo(quality(validation, other) - 0.01);
        }
    }

    private double quality(Validation validation, double lambda) {
        ItemWeights weights = Ease.fit(validation.gram(), lambda, executor);
        return validation.judge().meanNdcg(UserScorer.sumOf(validation.kept(), weights), 10);
    }

    @Test
    void threadsDoNotChangeTheChoice() {
        UsageMatrix matrix = groups(200);
        try (ExecutorService one = Executors.newFixedThreadPool(1)) {
            assertThat(LambdaSearch.best(matrix, false, 10, one))
                    .isEqualTo(LambdaSearch.best(matrix, false, 10, executor));
        }
    }

    @Test
    void neighboursAreChosenOnTheSameRows() {
        Validation validation = Validation.of(groups(400), false, executor);

        ItemKnn.Settings chosen = KnnSearch.best(validation, 10, executor);

        double best = quality(validation, chosen);
        assertThat(best).isGreaterThanOrEqualTo(quality(validation, KnnSearch.DEFAULT));
        assertThat(best).isGreaterThanOrEqualTo(quality(validation, new ItemKnn.Settings(10, 10)));
    }

    private double quality(Validation validation, ItemKnn.Settings settings) {
        ItemScorer scorer = ItemKnn.fit(validation.gram(), settings, executor);
        return validation.judge().meanNdcg(UserScorer.sumOf(validation.kept(), scorer), 10);
    }

    @Test
    void whereNothingCanBeSetAsideThereIsADefault() {
        UsageMatrix matrix = Matrices.of(2, row(0), row(1));

        assertThat(LambdaSearch.best(matrix, true, 10, executor)).isEqualTo(200);
        assertThat(KnnSearch.best(Validation.of(matrix, true, executor), 10, executor))
                .isEqualTo(KnnSearch.DEFAULT);
    }
}
