package fr.ecolhuma.etreprof.classification.judging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

/** Measures, figures of labels, and calibration, on examples worked out by hand. */
class MeasuresTests {

    @Test
    void f1IsTheHarmonicMeanOfPrecisionAndRecall() {
        // precision 2/3, recall 2/4
        assertThat(Measures.f1(2, 1, 2)).isCloseTo(4.0 / 7, within(1e-12));
        assertThat(Measures.f1(0, 0, 0)).isZero();
    }

    @Test
    void calibrationErrorIsTheDistanceOfConfidenceFromTruth() {
        // two at 0.95 of which one is right: 0.45 off; two at 0.25, none right: 0.25 off
        assertThat(Measures.calibrationError(
                        new double[] {0.95, 0.95, 0.25, 0.25}, new boolean[] {true, false, false, false}))
                .isCloseTo(0.35, within(1e-12));
        assertThat(Measures.calibrationError(new double[] {1, 1}, new boolean[] {true, true}))
                .isZero();
        assertThat(Measures.calibrationError(new double[0], new boolean[0])).isZero();
    }

    @Test
    void theFirstOfEqualsIsTheBest() {
        assertThat(Measures.best(new double[] {1, 3, 3})).isEqualTo(1);
    }

    @Test
    void labelsAreJudgedOneByOne() {
        SortedMap<String, LabelFigures> figures =
                LabelFigures.of(List.of("a", "a", "b", "unseen"), List.of("a", "b", "b", "a"));

        assertThat(figures.get("a")).isEqualTo(new LabelFigures(0.5, 0.5, 0.5, 0.5, 2));
        assertThat(figures.get("b")).isEqualTo(new LabelFigures(0.5, 1, 2.0 / 3, 0.75, 1));
        assertThat(figures.get("unseen")).isEqualTo(new LabelFigures(0, 0, 0, 0.75, 1));
        assertThat(LabelFigures.macroF1(figures)).isCloseTo((0.5 + 2.0 / 3) / 3, within(1e-12));
    }

    @Test
    void softmaxSharesAddUpToOne() {
        assertThat(Calibration.softmax(new double[] {Math.log(3), 0}, 1))
                .containsExactly(new double[] {0.75, 0.25}, within(1e-12));
        assertThat(Calibration.softmax(new double[] {Math.log(3), 0}, 2))
                .containsExactly(new double[] {0.9, 0.1}, within(1e-12));
        assertThat(Calibration.softmax(new double[] {0, Double.NEGATIVE_INFINITY}, 1))
                .containsExactly(1, 0);
        assertThat(Calibration.softmax(new double[] {Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY}, 1))
                .containsExactly(0.5, 0.5);
        assertThat(Calibration.softmax(new double[] {1e4, 0}, 50)).containsExactly(1, 0);
    }

    @Test
    void theSlopeMakesConfidenceWhatIsRight() {
        // always 1 ahead, right 3 times of 4: sigmoid(slope) = 3/4, so the slope is ln 3
        double[][] scores = {{1, 0}, {1, 0}, {1, 0}, {1, 0}};

        assertThat(Calibration.softmaxSlope(scores, new int[] {0, 0, 0, 1})).isCloseTo(Math.log(3), within(1e-6));
    }
}
