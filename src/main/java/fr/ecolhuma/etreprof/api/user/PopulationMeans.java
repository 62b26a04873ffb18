package fr.ecolhuma.etreprof.api.user;

import fr.ecolhuma.etreprof.tables.CountMatrix;
import java.util.List;
import java.util.stream.IntStream;

/** The mean of every feature over all users. */
final class PopulationMeans {

    private PopulationMeans() {}

    /** The means, in column order. */
    static List<Double> of(CountMatrix counts) {
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
