package fr.ecolhuma.etreprof.demo.chance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.ecolhuma.etreprof.demo.chance.Dice.Purpose;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiceTests {

    private static final int DRAWS = 100_000;

    @Test
    void sequencesDependOnSeedPurposeAndIndex() {
        long draw = Dice.of(1, Purpose.PLAN, 1).next();

        assertThat(Dice.of(1, Purpose.PLAN, 1).next()).isEqualTo(draw);
        assertThat(Dice.of(2, Purpose.PLAN, 1).next()).isNotEqualTo(draw);
        assertThat(Dice.of(1, Purpose.TASTE, 1).next()).isNotEqualTo(draw);
        assertThat(Dice.of(1, Purpose.PLAN, 2).next()).isNotEqualTo(draw);
    }

    @Test
    void boundedDrawsCoverTheirRangeEvenly() {
        int[] counts = new int[7];
        Dice dice = Dice.of(3, Purpose.PLAN, 0);
        for (int i = 0; i < DRAWS; i++) {
            counts[dice.between(2, 6)]++;
        }

        assertThat(counts[0] + counts[1]).isZero();
        for (int value = 2; value <= 6; value++) {
            assertThat(counts[value]).isCloseTo(DRAWS / 5, within(600));
        }
    }

    @Test
    void gaussianHasItsMeanAndVariance() {
        assertThat(mean(dice -> dice.gaussian(5, 2))).isCloseTo(5, within(0.03));
        assertThat(mean(dice -> Math.pow(dice.gaussian(5, 2) - 5, 2))).isCloseTo(4, within(0.08));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.2, 4, 29, 31, 400})
    void poissonHasItsMeanAndVariance(double mean) {
        assertThat(mean(dice -> dice.poisson(mean))).isCloseTo(mean, within(0.02 + mean / 300));
        assertThat(mean(dice -> Math.pow(dice.poisson(mean) - mean, 2))).isCloseTo(mean, within(0.02 + mean / 40));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 10, 30, 31, 500})
    void binomialHasItsMeanAndVariance(int trials) {
        assertThat(mean(dice -> dice.binomial(trials, 0.3))).isCloseTo(trials * 0.3, within(0.02 + trials / 500.0));
        assertThat(mean(dice -> Math.pow(dice.binomial(trials, 0.3) - trials * 0.3, 2)))
                .isCloseTo(trials * 0.21, within(0.1 + trials / 100.0));
    }

    private static double mean(ToDoubleFunction<Dice> draw) {
        Dice dice = Dice.of(11, Purpose.PLAN, 0);
        double sum = 0;
        for (int i = 0; i < DRAWS; i++) {
            sum += draw.applyAsDouble(dice);
        }
        return sum / DRAWS;
    }
}
