package fr.ecolhuma.etreprof.recommendation.training;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ecolhuma.etreprof.recommendation.Matrices;
import fr.ecolhuma.etreprof.recommendation.item.Ease;
import fr.ecolhuma.etreprof.recommendation.item.ItemWeights;
import fr.ecolhuma.etreprof.recommendation.judging.Order;
import fr.ecolhuma.etreprof.recommendation.judging.UserScorer;
import fr.ecolhuma.etreprof.recommendation.judging.Validation;
import fr.ecolhuma.etreprof.recommendation.usage.UsageMatrix;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LambdaClimbTests {

    @ParameterizedTest
    @ValueSource(ints = {50, 100, 200, 400})
    void neitherNeighbourIsBetterThanTheOneChosen(int users) {
        try (ExecutorService executor = Executors.newFixedThreadPool(2)) {
            Validation validation = Validation.of(Matrices.groups(users), Order.NONE, executor);
            double[] ndcg = LambdaClimb.GRID.stream()
                    .map(lambda -> Ease.fit(validation.gram(), lambda, executor))
                    .mapToDouble(
                            weights -> validation.judge().meanNdcg(UserScorer.sumOf(validation.kept(), weights), 10))
                    .toArray();

            int chosen = LambdaClimb.GRID.indexOf(
                    LambdaClimb.best(validation, 10, executor).lambda());

            assertThat(chosen).isNotNegative();
            for (int i = Math.max(0, chosen - 1); i <= Math.min(ndcg.length - 1, chosen + 1); i++) {
                assertThat(ndcg[chosen]).isGreaterThanOrEqualTo(ndcg[i]);
            }
        }
    }

    @Test
    void theMostUsedItemsAreLookedAtAlone() {
        try (ExecutorService executor = Executors.newFixedThreadPool(2)) {
            UsageMatrix matrix = Matrices.random(300, 40, 0.3, 4);
            Validation validation = Validation.of(matrix, Order.NONE, executor);

            Validation part = validation.ofMostUsed(10, executor);

            assertThat(part.gram().items()).isEqualTo(10);
            assertThat(part.isEmpty()).isFalse();
            int least = Integer.MAX_VALUE;
            for (int item = 0; item < 10; item++) {
                least = Math.min(least, part.gram().users(item));
            }
            int more = 0;
            for (int item = 0; item < 40; item++) {
                more += validation.gram().users(item) > least ? 1 : 0;
            }
            assertThat(more).isLessThan(10);
            assertThat(validation.ofMostUsed(40, executor)).isSameAs(validation);
        }
    }

    @Test
    void aLargeCatalogueIsLearntWholeAtTheChosenRegularisation() {
        try (ExecutorService executor = Executors.newFixedThreadPool(2)) {
            UsageMatrix matrix = Matrices.random(60, LambdaClimb.MOST_ITEMS + 20, 0.02, 5);
            Validation validation = Validation.of(matrix, Order.NONE, executor);

            ItemWeights weights = LambdaClimb.best(validation, 100, executor);

            assertThat(weights.items()).isEqualTo(LambdaClimb.MOST_ITEMS + 20);
            assertThat(LambdaClimb.GRID).contains(weights.lambda());
        }
    }
}
