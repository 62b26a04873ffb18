package fr.ecolhuma.etreprof.segmentation.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import fr.ecolhuma.etreprof.segmentation.TestCounts;
import fr.ecolhuma.etreprof.tables.CountMatrix;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ScalerTests {

    private static final Offset<Double> CLOSE = within(1e-15);

    // logarithms of 1 + count: 0, 0, ln 4, ln 4, so the mean is ln 2 and the deviation ln 2
    private static final CountMatrix COUNTS = TestCounts.of(
            List.of("varied", "constant"), new int[] {0, 5}, new int[] {3, 5}, new int[] {0, 5}, new int[] {3, 5});

    @Test
    void meansAndDeviationsAreThoseOfTheLogarithms() {
        Scaler scaler = Scaler.fit(COUNTS);
        assertThat(scaler.means()[0]).isCloseTo(Math.log(2), CLOSE);
        assertThat(scaler.deviations()[0]).isCloseTo(Math.log(2), CLOSE);
        assertThat(scaler.transform(new int[] {0, 5})).containsExactly(new double[] {-1, 0}, CLOSE);
        assertThat(scaler.transform(new int[] {3, 5})).containsExactly(new double[] {1, 0}, CLOSE);
        assertThat(scaler.transform(new int[] {1, 5})).containsExactly(new double[] {0, 0}, CLOSE);
    }

    @Test
    void aConstantColumnBecomesZeroWhateverTheCount() {
        assertThat(Scaler.fit(COUNTS).transform(new int[] {0, 40_000})[1]).isZero();
        assertThat(Scaler.fit(COUNTS).deviations()[1]).isZero();
    }

    @Test
    void logarithmsComeBackFromScaledCoordinates() {
        assertThat(Scaler.fit(COUNTS).unscale(new double[] {1, 0}))
                .containsExactly(new double[] {Math.log(4), Math.log(6)}, CLOSE);
    }

    @Test
    void theOrderOfRowsMakesNoDifference() {
        CountMatrix counts = TestCounts.population(5_000, 3);
        Scaler scaler = Scaler.fit(counts);
        Scaler reversed = Scaler.fit(TestCounts.reversed(counts));
        assertThat(reversed.means()).isEqualTo(scaler.means());
        assertThat(reversed.deviations()).isEqualTo(scaler.deviations());
    }

    @Test
    void parametersAreCopiedAtTheBorder() {
        double[] means = {1};
        Scaler scaler = Scaler.of(means, new double[] {2});
        means[0] = 9;
        scaler.deviations()[0] = 9;
        assertThat(scaler.means()).containsExactly(1);
        assertThat(scaler.deviations()).containsExactly(2);
    }

    @Test
    void impossibleParametersAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Scaler.of(new double[2], new double[1]))
                .withMessageContaining("found 2 means and 1 deviations");
        assertThatIllegalArgumentException().isThrownBy(() -> Scaler.of(new double[1], new double[] {-1}));
        assertThatIllegalArgumentException().isThrownBy(() -> Scaler.of(new double[] {Double.NaN}, new double[1]));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Scaler.fit(CountMatrix.of(List.of("a"), new int[0])))
                .withMessageContaining("found no user");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Scaler.fit(COUNTS).transform(new int[3]))
                .withMessageContaining("found 3 counts, expected 2");
    }
}
