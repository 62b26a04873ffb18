package fr.ecolhuma.etreprof.api.profile;

import fr.ecolhuma.etreprof.features.CountMatrix;
import fr.ecolhuma.etreprof.snapshot.Snapshot;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The mean of every feature over all users, worked out once a snapshot. */
final class PopulationMeans {

    private record Means(WeakReference<Snapshot> snapshot, List<Double> byColumn) {}

    private volatile @Nullable Means last;

    /** The means, in column order. */
    List<Double> of(Snapshot snapshot) {
        Means means = last;
        if (means == null || !means.snapshot().refersTo(snapshot)) {
            means = new Means(
                    new WeakReference<>(snapshot),
                    means(snapshot.model().users().counts()));
            last = means;
        }
        return means.byColumn();
    }

    private static List<Double> means(CountMatrix counts) {
        return IntStream.range(0, counts.columns().size())
                .mapToObj(column -> mean(counts, column))
                .toList();
    }

    private static double mean(CountMatrix counts, int column) {
        long sum = 0;
        for (int row = 0; row < counts.rows(); row++) {
            sum += counts.get(row, column);
        }
        return (double) sum / counts.rows();
    }
}
