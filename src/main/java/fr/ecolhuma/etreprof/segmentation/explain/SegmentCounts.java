package fr.ecolhuma.etreprof.segmentation.explain;

import fr.ecolhuma.etreprof.segmentation.SegmentationQuality;
import fr.ecolhuma.etreprof.segmentation.cluster.Dispersion;
import fr.ecolhuma.etreprof.segmentation.cluster.DistinctRows;
import fr.ecolhuma.etreprof.segmentation.cluster.KMeans;
import fr.ecolhuma.etreprof.segmentation.cluster.Points;
import fr.ecolhuma.etreprof.segmentation.cluster.Silhouette;
import fr.ecolhuma.etreprof.segmentation.model.Scaler;
import fr.ecolhuma.etreprof.tables.CountMatrix;
import java.util.ArrayList;
import java.util.List;

/** Tries numbers of segments on a sample of the users. */
final class SegmentCounts {

    private static final int FEWEST = 2;
    private static final int MOST = 10;

    private final DistinctRows rows;
    private final Points points;
    private final Resamples resamples;
    private final SegmentDiagnostics.Settings settings;

    private SegmentCounts(CountMatrix sample, Scaler scaler, SegmentDiagnostics.Settings settings) {
        this.rows = DistinctRows.of(sample);
        this.points = rows.points(scaler);
        this.resamples = Resamples.of(points, sample.rows(), settings.resamples(), settings.seed());
        this.settings = settings;
    }

    /** The figures for 2 to 10 segments, or up to the number of different users. */
    static List<SegmentCount> of(CountMatrix sample, Scaler scaler, SegmentDiagnostics.Settings settings) {
        SegmentCounts trial = new SegmentCounts(sample, scaler, settings);
        List<SegmentCount> figures = new ArrayList<>();
        for (int k = FEWEST; k <= Math.min(MOST, trial.points.size()); k++) {
            figures.add(trial.figures(k, sample.rows()));
        }
        return List.copyOf(figures);
    }

    private SegmentCount figures(int k, int users) {
        double[][] centroids =
                KMeans.fit(points, k, settings.restarts(), settings.seed(), 1).centroids();
        int[] labels = points.nearest(centroids);
        Dispersion dispersion = new Dispersion(points, labels, centroids);
        return new SegmentCount(
                k,
                dispersion.inertia(),
                silhouette(labels, users, k),
                dispersion.daviesBouldin(),
                dispersion.calinskiHarabasz(),
                resamples.stability(labels, k, settings.refitRestarts()));
    }

    private double silhouette(int[] labels, int users, int k) {
        int step = Math.ceilDiv(users, SegmentationQuality.SAMPLE);
        int size = Math.ceilDiv(users, step);
        double[][] judged = new double[size][];
        int[] judgedLabels = new int[size];
        for (int i = 0; i < size; i++) {
            judged[i] = points.get(rows.groupOf(i * step));
            judgedLabels[i] = labels[rows.groupOf(i * step)];
        }
        return Silhouette.mean(judged, judgedLabels, k);
    }
}
