package fr.ecolhuma.etreprof.classification.judging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class CalibrationTests {

    @Test
    void aScoreThatTellsNothingGetsTheShareThatHeld() {
        // 3 of 4 held: targets 4/5 for them and 1/3 for the other, whose mean is (3 * 0.8 + 1/3) / 4
        Calibration.Line line = Calibration.line(new double[] {1, 1, 1, 1}, new boolean[] {true, true, true, false});

        assertThat(line.probability(1)).isCloseTo((3 * 0.8 + 1.0 / 3) / 4, within(1e-6));
    }

    @Test
    void theLineOfTwoScoresMeetsBothTargets() {
        // two points, two parameters: each probability is its target, 2/3 and 1/3
        Calibration.Line line = Calibration.line(new double[] {2, -1}, new boolean[] {true, false});

        assertThat(line.probability(2)).isCloseTo(2.0 / 3, within(1e-6));
        assertThat(line.probability(-1)).isCloseTo(1.0 / 3, within(1e-6));
    }

    @Test
    void theCurveGivesEachGroupItsShareAndGoesStraightBetween() {
        // twenty at score 0 of which four held, twenty at score 1 of which nineteen did: 5/22 and 20/22
        double[] scores = new double[40];
        boolean[] held = new boolean[40];
        for (int i = 0; i < 40; i++) {
            scores[i] = i < 20 ? 0 : 1;
            held[i] = i < 4 || i > 20;
        }
        Calibration.Curve curve = Calibration.curve(scores, held);

        assertThat(curve.probability(-5)).isCloseTo(5.0 / 22, within(1e-12));
        assertThat(curve.probability(0.5)).isCloseTo(12.5 / 22, within(1e-12));
        assertThat(curve.probability(7)).isCloseTo(20.0 / 22, within(1e-12));
    }

    @Test
    void aCurveNeverFalls() {
        // the lower twenty all held, the upper twenty did not: one pool of 20 of 40, 21/42
        double[] scores = new double[40];
        boolean[] held = new boolean[40];
        for (int i = 0; i < 40; i++) {
            scores[i] = i;
            held[i] = i < 20;
        }
        Calibration.Curve curve = Calibration.curve(scores, held);

        assertThat(curve.scores()).containsExactly(19.5);
        assertThat(curve.probabilities()).containsExactly(0.5);
    }

    @Test
    void aCurveNeedsPoints() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Calibration.Curve(List.of(), List.of()));
    }

    @Test
    void theThresholdIsTheLowestThatIsRightOftenEnough() {
        double[] confidences = {0.9, 0.8, 0.7, 0.6, 0.5};
        boolean[] right = {true, true, false, true, false};

        assertThat(Measures.threshold(confidences, right, 0.75)).isEqualTo(0.6);
        assertThat(Measures.threshold(confidences, right, 0.9)).isEqualTo(0.8);
        assertThat(Measures.threshold(new double[] {0.9, 0.9}, new boolean[] {true, false}, 0.9))
                .isEqualTo(1);
    }
}
