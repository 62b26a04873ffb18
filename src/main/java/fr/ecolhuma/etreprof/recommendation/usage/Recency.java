package fr.ecolhuma.etreprof.recommendation.usage;

import java.util.Comparator;
import java.util.stream.IntStream;

/** The order in which a user used items, and the weight of a late use. */
public final class Recency {

    private Recency() {}

    /** The entries of a user, the latest first; among equally late ones the lower item first. */
    static int[] newestFirst(UsageMatrix matrix, int user) {
        return IntStream.range(matrix.start(user), matrix.end(user))
                .boxed()
                .sorted(Comparator.comparingLong((Integer entry) -> matrix.time(entry))
                        .reversed()
                        .thenComparing(Comparator.naturalOrder()))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /**
     * The weight of each entry of a user: halved for every {@code halfLife} items that the user used later; equally
     * late ones have the same weight.
     *
     * @param halfLife in items; infinite for no decay
     * @return one weight per entry, in the order of the entries
     */
    public static double[] weights(UsageMatrix matrix, int user, double halfLife) {
        double[] weights = new double[matrix.size(user)];
        int[] newest = newestFirst(matrix, user);
        int later = 0;
        for (int i = 0; i < newest.length; i++) {
            later = i > 0 && matrix.time(newest[i]) == matrix.time(newest[i - 1]) ? later : i;
            weights[newest[i] - matrix.start(user)] = StrictMath.pow(2, -later / halfLife);
        }
        return weights;
    }
}
