package fr.ecolhuma.etreprof.recommendation.evaluation;

import static fr.ecolhuma.etreprof.recommendation.Matrices.row;
import static org.assertj.core.api.Assertions.assertThat;

import fr.ecolhuma.etreprof.recommendation.Matrices;
import fr.ecolhuma.etreprof.recommendation.item.Ease;
import fr.ecolhuma.etreprof.recommendation.item.ItemKnn;
import fr.ecolhuma.etreprof.recommendation.item.ItemScorer;
import fr.ecolhuma.etreprof.recommendation.item.ItemWeights;
import fr.ecolhuma.etreprof.recommendation.judging.Order;
import fr.ecolhuma.etreprof.recommendation.judging.UserScorer;
import fr.ecolhuma.etreprof.recommendation.judging.Validation;
import fr.ecolhuma.etreprof.recommendation.usage.UsageMatrix;
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

    @Test
    void noRoundValueIsMuchBetterThanTheOneChosen() {
        UsageMatrix matrix = Matrices.groups(400);
        Validation validation = Validation.of(matrix, Order.NONE, executor);

        double chosen = LambdaSearch.best(Validation.of(matrix, Order.NONE, executor), 10, executor);

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
        UsageMatrix matrix = Matrices.groups(200);
        try (ExecutorService one = Executors.newFixedThreadPool(1)) {
            assertThat(LambdaSearch.best(Validation.of(matrix, Order.NONE, one), 10, one))
                    .isEqualTo(LambdaSearch.best(Validation.of(matrix, Order.NONE, executor), 10, executor));
        }
    }

    @Test
    void neighboursAreChosenOnTheSameRows() {
        Validation validation = Validation.of(Matrices.groups(400), Order.NONE, executor);

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

        assertThat(LambdaSearch.best(Validation.of(matrix, Order.AFTER_EACH, executor), 10, executor))
                .isEqualTo(200);
        assertThat(KnnSearch.best(Validation.of(matrix, Order.AFTER_EACH, executor), 10, executor))
                .isEqualTo(KnnSearch.DEFAULT);
    }
}
