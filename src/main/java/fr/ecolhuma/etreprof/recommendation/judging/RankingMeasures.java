package fr.ecolhuma.etreprof.recommendation.judging;

import java.util.Arrays;

/** The quality of a ranked list, given the items that the user used later. */
final class RankingMeasures {

    private final double[] gains;
    private final double[] ideals;

    /** Measures down to a rank. */
    RankingMeasures(int deepest) {
        gains = new double[deepest];
        ideals = new double[deepest + 1];
        for (int rank = 0; rank < deepest; rank++) {
            gains[rank] = StrictMath.log(2) / StrictMath.log(rank + 2.0);
            ideals[rank + 1] = ideals[rank] + gains[rank];
        }
    }

    /** The ranks of a list that hold items which the user used later. */
    static boolean[] hits(int[] ranked, int[] positives) {
        boolean[] hits = new boolean[ranked.length];
        for (int rank = 0; rank < ranked.length; rank++) {
            hits[rank] = Arrays.binarySearch(positives, ranked[rank]) >= 0;
        }
        return hits;
    }

    /** Hits among the first k, divided by the positives. */
    double recall(boolean[] hits, int positives, int k) {
        return (double) found(hits, k) / positives;
    }

    /** Hits among the first k, divided by the largest possible number: the lesser of k and the positives. */
    double cappedRecall(boolean[] hits, int positives, int k) {
        return (double) found(hits, k) / Math.min(k, positives);
    }

    private static int found(boolean[] hits, int k) {
        int found = 0;
        for (int rank = 0; rank < Math.min(k, hits.length); rank++) {
            found += hits[rank] ? 1 : 0;
        }
        return found;
    }

    /**
     * Discounted gain {@code 1 / log2(rank + 1)} of the hits among the first k, divided by its largest possible value.
     */
    double ndcg(boolean[] hits, int positives, int k) {
        double gain = 0;
        for (int rank = 0; rank < Math.min(k, hits.length); rank++) {
            gain += hits[rank] ? gains[rank] : 0;
        }
        return gain / ideals[Math.min(k, positives)];
    }
}
