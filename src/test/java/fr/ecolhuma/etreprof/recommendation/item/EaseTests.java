package fr.ecolhuma.etreprof.recommendation.item;

import static fr.ecolhuma.etreprof.recommendation.Matrices.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import fr.ecolhuma.etreprof.recommendation.Matrices;
import fr.ecolhuma.etreprof.recommendation.usage.UsageMatrix;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EaseTests {

    /**
     * Counts (3 2 1, 2 3 0, 1 0 1); with λ = 1 the determinant is 20 and the inverse a twentieth of
     * (8 -4 -4, -4 7 2, -4 2 12).
     */
    private static final UsageMatrix SMALL = Matrices.of(3, row(0, 1), row(0, 2), row(1), row(0, 1));

    private static ItemWeights fit(UsageMatrix matrix, double lambda, int threads) {
        try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
            return Ease.fit(matrix, lambda, executor);
        }
    }

    @Test
    void aSmallExampleIsWorkedOutByHand() {
        ItemWeights weights = fit(SMALL, 1, 2);

        double[][] expected = {{0, 4 / 7.0, 1 / 3.0}, {0.5, 0, -1 / 6.0}, {0.5, -2 / 7.0, 0}};
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                assertThat(weights.weight(i, j)).isCloseTo((float) expected[i][j], within(1e-7f));
            }
        }
        assertThat(weights.lambda()).isEqualTo(1);
    }

    /**
     * Worked out with numpy 2.4.6: {@code X} has a row a user and a column an item, 1 where used;
     * {@code P = inv(X.T @ X + λ * eye(4)); B = -P / diag(P)}, each column j divided by {@code P[j, j]}; the diagonal of B is 0.
     */
    @Test
    void weightsAreThoseThatNumpyGives() {
        UsageMatrix matrix = Matrices.of(4, row(0, 1, 2), row(0, 1), row(1, 3), row(0, 2, 3), row(2), row(1, 2, 3));
        assertWeights(fit(matrix, 0.5, 2), new double[][] {
            {0, 0.408163265306, 0.408163265306, -0.101694915254},
            {0.338983050847, 0, 0.081632653061, 0.338983050847},
            {0.338983050847, 0.081632653061, 0, 0.338983050847},
            {-0.101694915254, 0.408163265306, 0.408163265306, 0}
        });
        assertWeights(fit(matrix, 10, 2), new double[][] {
            {0, 0.127659574468, 0.127659574468, 0.04},
            {0.12, 0, 0.106382978723, 0.12},
            {0.12, 0.106382978723, 0, 0.12},
            {0.04, 0.127659574468, 0.127659574468, 0}
        });
    }

    private static void assertWeights(ItemWeights weights, double[][] expected) {
        for (int i = 0; i < expected.length; i++) {
            for (int j = 0; j < expected.length; j++) {
                assertThat(weights.weight(i, j)).isCloseTo((float) expected[i][j], within(1e-7f));
            }
        }
    }

    @Test
    void aScoreIsTheSumOfWhatEachUsedItemAdds() {
        ItemWeights weights = fit(SMALL, 1, 1);
        double[] scores = {9, 9, 9};

        weights.scores(new int[] {0, 2}, scores);

        assertThat(scores[1]).isEqualTo((double) weights.weight(0, 1) + weights.weight(2, 1));
        assertThat(scores[1]).isCloseTo(2 / 7.0, within(1e-7));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 64, 65, 129, 200})
    void itAgreesWithPlainElimination(int items) {
        UsageMatrix matrix = Matrices.random(300, items, 0.2, items);
        ItemWeights weights = fit(matrix, 3, 2);
        double[][] inverse = PlainInverse.of(matrix, 3);

        for (int i = 0; i < items; i++) {
            for (int j = 0; j < items; j++) {
                double expected = i == j ? 0 : -inverse[i][j] / inverse[j][j];
                assertThat(weights.weight(i, j)).isCloseTo((float) expected, within(1e-6f));
            }
        }
    }

    @Test
    void threadsDoNotChangeABit() {
        UsageMatrix matrix = Matrices.random(400, 333, 0.1, 5);
        ItemWeights one = fit(matrix, 20, 1);
        ItemWeights three = fit(matrix, 20, 3);

        for (int i = 0; i < 333; i++) {
            for (int j = 0; j < 333; j++) {
                assertThat(Float.floatToRawIntBits(three.weight(i, j)))
                        .isEqualTo(Float.floatToRawIntBits(one.weight(i, j)));
            }
        }
    }

    @Test
    void theOrderOfUsersDoesNotChangeABit() {
        ItemWeights other = fit(Matrices.of(3, row(1, 0), row(1), row(2, 0, 2), row(0, 1)), 1, 1);
        ItemWeights weights = fit(SMALL, 1, 1);

        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                assertThat(other.weight(i, j)).isEqualTo(weights.weight(i, j));
            }
        }
    }

    @Test
    void anItemThatNobodyUsedWeighsNothing() {
        ItemWeights weights = fit(Matrices.of(3, row(0, 2), row(0)), 1, 1);

        for (int other = 0; other < 3; other++) {
            assertThat(weights.weight(1, other)).isZero();
            assertThat(weights.weight(other, 1)).isZero();
        }
    }

    @Test
    void whatIsReadIsChecked() {
        assertThatThrownBy(() -> ItemWeights.of(2, 1, item -> new float[] {1, 1}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0 for the item itself");
        assertThatThrownBy(() -> ItemWeights.of(2, 1, item -> new float[3]))
                .hasMessageContaining("found 3, expected 2");
        assertThatThrownBy(() -> ItemWeights.of(2, 1, item -> item == 0 ? new float[] {0, Float.NaN} : new float[2]))
                .hasMessageContaining("expected a finite number");
    }
}
