package fr.ecolhuma.etreprof.segmentation.explain;

import fr.ecolhuma.etreprof.segmentation.model.Scaler;
import fr.ecolhuma.etreprof.segmentation.model.SegmentModel;
import java.util.Arrays;
import java.util.List;

/** Models whose scaled counts are whole: the count 2ⁿ − 1 lies at n, so that distances can be worked out by hand. */
final class PowersOfTwo {

    private static final List<String> COLUMNS = List.of("a", "b", "c", "d");

    private PowersOfTwo() {}

    static SegmentModel model(double[]... centroids) {
        int columns = centroids[0].length;
        double[] deviations = new double[columns];
        Arrays.fill(deviations, StrictMath.log1p(1));
        return SegmentModel.of(COLUMNS.subList(0, columns), Scaler.of(new double[columns], deviations), centroids);
    }

    /** The counts at a place. */
    static int[] counts(int... place) {
        return Arrays.stream(place).map(n -> (1 << n) - 1).toArray();
    }
}
