package fr.ecolhuma.etreprof.snapshot.files;

import fr.ecolhuma.etreprof.domain.TaughtLevels.Stage;
import fr.ecolhuma.etreprof.segmentation.SegmentationQuality;
import fr.ecolhuma.etreprof.segmentation.model.Scaler;
import fr.ecolhuma.etreprof.segmentation.model.SegmentModel;
import fr.ecolhuma.etreprof.segmentation.persona.Personas;
import fr.ecolhuma.etreprof.segmentation.profile.SegmentProfile;
import fr.ecolhuma.etreprof.snapshot.disk.Json;
import fr.ecolhuma.etreprof.snapshot.disk.SnapshotException;
import fr.ecolhuma.etreprof.snapshot.model.TrainedModel;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * {@code segments.json}: everything about the segments except their users.
 *
 * @param columns names of the counts
 * @param means of log1p of each count
 * @param deviations of log1p of each count
 * @param centroids one list of scaled coordinates per segment
 */
public record SegmentsFile(
        List<String> columns,
        List<Double> means,
        List<Double> deviations,
        List<List<Double>> centroids,
        SegmentationQuality quality,
        List<SegmentProfile> profiles) {

    public static final String NAME = "segments.json";

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

    public static SegmentsFile read(Path folder) {
        SegmentsFile file = Json.read(folder.resolve(NAME), SegmentsFile.class);
        try {
            file.check();
            return file;
        } catch (IllegalArgumentException e) {
            throw new SnapshotException("%s: %s".formatted(NAME, e.getMessage()));
        }
    }

    private void check() {
        require("segments", model().k(), Personas.shipped().size());
        require("sizes of profiles", profiles.stream().map(SegmentProfile::size).toList(), quality.sizes());
        require("profiles", profiles.size(), centroids.size());
        for (SegmentProfile profile : profiles) {
            require("means of", List.copyOf(profile.means().keySet()), columns);
            require("stages", profile.usersByStage().keySet(), EnumSet.allOf(Stage.class));
        }
    }

    private static void require(String what, Object found, Object expected) {
        if (!found.equals(expected)) {
            throw new IllegalArgumentException("found %s %s, expected %s".formatted(what, found, expected));
        }
    }

    public SegmentModel model() {
        double[][] coordinates = centroids.stream().map(SegmentsFile::unboxed).toArray(double[][]::new);
        return SegmentModel.of(columns, Scaler.of(unboxed(means), unboxed(deviations)), coordinates);
    }

    private static List<Double> boxed(double[] numbers) {
        return Arrays.stream(numbers).boxed().toList();
    }

    private static double[] unboxed(List<Double> numbers) {
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
