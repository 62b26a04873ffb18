package fr.ecolhuma.etreprof.segmentation.explain;

import fr.ecolhuma.etreprof.segmentation.cluster.Dispersion;
import fr.ecolhuma.etreprof.segmentation.cluster.DistinctRows;
import fr.ecolhuma.etreprof.segmentation.cluster.KMeans;
import fr.ecolhuma.etreprof.segmentation.cluster.Points;
import fr.ecolhuma.etreprof.segmentation.cluster.Silhouette;
import fr.ecolhuma.etreprof.segmentation.model.Scaler;
import fr.ecolhuma.etreprof.tables.CountMatrix;
import java.util.List;
import java.util.stream.IntStream;

/** Tries numbers of segments on a sample of the users. */
final class SegmentCounts {

    private static final int FEWEST = 2;
    private static final int MOST = 10;

    private final Points points;
    private final Resamples resamples;
    private final SegmentDiagnostics.Settings settings;

    private SegmentCounts(CountMatrix sample, Scaler scaler, SegmentDiagnostics.Settings settings) {
        this.points = DistinctRows.of(sample).points(scaler);
        this.resamples = Resamples.of(points, sample.rows(), settings.resamples(), settings.seed());
        this.settings = settings;
    }

    /** The figures for 2 to 10 segments, or up to the number of different users. */
    static List<SegmentCount> of(CountMatrix sample, Scaler scaler, SegmentDiagnostics.Settings settings) {
        SegmentCounts trial = new SegmentCounts(sample, scaler, settings);
        List<double[][]> found = IntStream.rangeClosed(FEWEST, Math.min(MOST, trial.points.size()))
                .mapToObj(trial::centroids)
                .toList();
        List<int[]> labels = found.stream().map(trial.points::nearest).toList();
        List<Double> silhouettes = Silhouette.means(trial.points, labels, 1);
        return IntStream.range(0, found.size())
                .mapToObj(i -> trial.figures(found.get(i), labels.get(i), silhouettes.get(i)))
                .toList();
    }

    private double[][] centroids(int k) {
        return KMeans.fit(points, k, settings.restarts(), settings.seed(), 1).centroids();
    }

    private SegmentCount figures(double[][] centroids, int[] labels, double silhouette) {
        Dispersion dispersion = new Dispersion(points, labels, centroids);
        return new SegmentCount(
                centroids.length,
                dispersion.inertia(),
                silhouette,
                dispersion.daviesBouldin(),
                dispersion.calinskiHarabasz(),
                resamples.stability(labels, centroids.length, settings.refitRestarts()));
    }
}
