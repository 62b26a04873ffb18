package fr.ecolhuma.etreprof.classification.linear;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/**
 * The start of a repeated search for a label's weights, with a part of the documents: the solution for all documents.
 * The solution found depends on the start only within the tolerance of the search.
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

    /** A start without a known solution, for the given number of documents. */
    public static WarmStart cold(int documents) {
        return new WarmStart(
                new ConcurrentHashMap<>(), IntStream.range(0, documents).toArray(), true);
    }

    /** The start of a search with some of the documents; the search does not change this object. */
    public WarmStart with(int[] chosen) {
        return new WarmStart(shares, chosen, false);
    }

    /** For each document the share of its cost that the solution used, -1 where no solution is known; a copy. */
    double[] of(String label) {
        double[] known = shares.getOrDefault(label, new double[0]);
        return Arrays.stream(documents)
                .mapToDouble(document -> known.length == 0 ? -1 : known[document])
                .toArray();
    }

    /** Keeps the solution of a search with all documents. */
    void found(String label, double[] found) {
        if (whole) {
            shares.put(label, found);
        }
    }
}
