package fr.ecolhuma.etreprof.snapshot;

import fr.ecolhuma.etreprof.segmentation.Scaler;
import fr.ecolhuma.etreprof.segmentation.SegmentModel;
import fr.ecolhuma.etreprof.segmentation.SegmentProfile;
import fr.ecolhuma.etreprof.segmentation.SegmentationQuality;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * {@code segments.json}: everything about the segments but their users.
 *
 * @param columns names of the counts
 * @param means of log1p of each count
 * @param deviations of log1p of each count
 * @param centroids one list of scaled coordinates a segment
 */
record SegmentsFile(
        List<String> columns,
        List<Double> means,
        List<Double> deviations,
        List<List<Double>> centroids,
        SegmentationQuality quality,
        List<SegmentProfile> profiles) {

    static final String NAME = "segments.json";

    static SegmentsFile of(TrainedModel model) {
        SegmentModel segments = model.segments();
        return new SegmentsFile(
                segments.columns(),
                boxed(segments.scaler().means()),
                boxed(segments.scaler().deviations()),
                IntStream.range(0, segments.k())
                        .mapToObj(segment -> boxed(segments.centroid(segment)))
                        .toList(),
                model.quality(),
                model.profiles());
    }

    static SegmentsFile read(Path folder) {
        return Json.read(folder.resolve(NAME), SegmentsFile.class);
    }

    /** The model, its invariants checked. */
    SegmentModel model() {
        try {
            double[][] coordinates =
                    centroids.stream().map(SegmentsFile::unboxed).toArray(double[][]::new);
            return SegmentModel.of(columns, Scaler.of(unboxed(means), unboxed(deviations)), coordinates);
        } catch (IllegalArgumentException e) {
            throw new SnapshotException("%s: %s".formatted(NAME, e.getMessage()));
        }
    }

    private static List<Double> boxed(double[] numbers) {
        return Arrays.stream(numbers).boxed().toList();
    }

    private static double[] unboxed(List<Double> numbers) {
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
