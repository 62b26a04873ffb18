package fr.ecolhuma.etreprof.classification.linear;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/**
 * Where the search for a label's weights starts when it is made again with a part of the documents: at the solution of the
 * whole. The solution that is found depends on it no more than the tolerance of the search says.
 */
public final class WarmStart {

    private final Map<String, double[]> shares;
    private final int[] documents;
    private final boolean whole;

    private WarmStart(Map<String, double[]> shares, int[] documents, boolean whole) {
        this.shares = shares;
        this.documents = documents;
        this.whole = whole;
    }

    /** Nothing known yet of so many documents. */
    public static WarmStart cold(int documents) {
        return new WarmStart(
                new ConcurrentHashMap<>(), IntStream.range(0, documents).toArray(), true);
    }

    /** The start of a search with some of the documents; it leaves nothing behind. */
    public WarmStart with(int[] chosen) {
        return new WarmStart(shares, chosen, false);
    }

    /** For each document the share of its cost that the solution used, -1 where no solution is known; the caller's own. */
    double[] of(String label) {
        double[] known = shares.getOrDefault(label, new double[0]);
        return Arrays.stream(documents)
                .mapToDouble(document -> known.length == 0 ? -1 : known[document])
                .toArray();
    }

    /** Takes what a search with all documents found. */
    void found(String label, double[] found) {
        if (whole) {
            shares.put(label, found);
        }
    }
}
