package fr.ecolhuma.etreprof.classification.linear;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The known features and the weight of each: tf-idf with sublinear counts, text and title each of length 1 before the
 * title is scaled. The dimensions of a text's vector keep their numbers, in all of length 1.
 */
public final class Vocabulary {

    /**
     * The choice of features to keep.
     *
     * @param leastDocuments the fewest documents in which a feature must occur
     * @param mostShare the largest share of the documents in which it may occur
     * @param most the most features kept, the commonest first
     * @param titleWeight the length of the title's part of a vector; 0 leaves it out
     */
    public record Settings(int leastDocuments, double mostShare, int most, double titleWeight) {}

    private static final int TEXT = 0;
    private static final int TITLE = 1;
    private static final int VECTOR = 2;

    private final List<String> features;
    private final float[] idf;
    private final double titleWeight;
    private final Map<String, Integer> places;
    private final boolean runs;
    private final int[] spaces;
    private final boolean dimensions;

    public Vocabulary(List<String> features, float[] idf, double titleWeight) {
        this.features = List.copyOf(features);
        this.idf = idf.clone();
        this.titleWeight = titleWeight;
        this.places = new HashMap<>(features.size() * 2);
        for (int i = 0; i < features.size(); i++) {
            places.put(features.get(i), i);
        }
        this.runs = features.stream().anyMatch(Terms::isRun);
        this.spaces = features.stream().mapToInt(Vocabulary::spaceOf).toArray();
        this.dimensions = features.stream().anyMatch(Terms::isDimension);
    }

    private static int spaceOf(String feature) {
        if (Terms.isDimension(feature)) {
            return VECTOR;
        }
        return Terms.isTitle(feature) ? TITLE : TEXT;
    }

    public static Vocabulary fit(Collection<TermWeights> documents, Settings settings) {
        Map<String, Integer> counts = counts(documents);
        int size = documents.size();
        List<Map.Entry<String, Integer>> known = counts.entrySet().stream()
                .filter(one -> keeps(one.getKey(), one.getValue(), size, settings))
                .toList();
        List<Map.Entry<String, Integer>> kept = commonest(known, settings.most()).stream()
                .sorted(Map.Entry.comparingByKey())
                .toList();
        float[] idf = new float[kept.size()];
        for (int i = 0; i < idf.length; i++) {
            idf[i] = (float) (StrictMath.log((1.0 + size) / (1.0 + kept.get(i).getValue())) + 1);
        }
        return new Vocabulary(kept.stream().map(Map.Entry::getKey).toList(), idf, settings.titleWeight());
    }

    private static List<Map.Entry<String, Integer>> commonest(List<Map.Entry<String, Integer>> known, int most) {
        if (known.size() <= most) {
            return known;
        }
        return known.stream()
                .sorted(Comparator.comparingInt((Map.Entry<String, Integer> one) -> -one.getValue())
                        .thenComparing(Map.Entry::getKey))
                .limit(most)
                .toList();
    }

    private static Map<String, Integer> counts(Collection<TermWeights> documents) {
        Map<String, Integer> counts = new HashMap<>();
        for (TermWeights document : documents) {
            for (int i = 0; i < document.size(); i++) {
                counts.merge(document.feature(i), 1, Integer::sum);
            }
        }
        return counts;
    }

    private static boolean keeps(String feature, int count, int documents, Settings settings) {
        if (Terms.isTitle(feature)) {
            return settings.titleWeight() > 0;
        }
        if (Terms.isDimension(feature)) {
            return true;
        }
        return count >= settings.leastDocuments() && count <= settings.mostShare() * documents;
    }

    public int size() {
        return features.size();
    }

    public List<String> features() {
        return features;
    }

    public float idf(int feature) {
        return idf[feature];
    }

    /** Whether it knows runs of characters. */
    public boolean hasRuns() {
        return runs;
    }

    /** A document without the dimensions of its vector, which few vocabularies know. */
    public SparseVector terms(SparseVector document) {
        return dimensions ? document.without(this::isDimension) : document;
    }

    private boolean isDimension(int feature) {
        return spaces[feature] == VECTOR;
    }

    public double titleWeight() {
        return titleWeight;
    }

    /** The place of a feature, or -1 if it is unknown. */
    public int placeOf(String feature) {
        return places.getOrDefault(feature, -1);
    }

    /** The place of each feature of a document, or -1 if it is unknown. */
    private int[] places(TermWeights document) {
        int[] found = new int[document.size()];
        for (int i = 0; i < found.length; i++) {
            found[i] = place(document.feature(i));
        }
        return found;
    }

    private int place(String feature) {
        return runs || !Terms.isRun(feature) ? placeOf(feature) : -1;
    }

    /** A document as numbers, with its features in the order of their first uses. */
    public SparseVector vectorInOrder(TermWeights document) {
        int[] found = new int[document.size()];
        double[] weights = new double[found.length];
        int size = 0;
        for (int i = 0; i < found.length; i++) {
            int place = place(document.feature(i));
            if (place >= 0) {
                weights[size] = document.weight(i);
                found[size++] = place;
            }
        }
        return vector(Arrays.copyOf(found, size), Arrays.copyOf(weights, size));
    }

    /** A document as numbers, with its features in ascending order. */
    public SparseVector vector(TermWeights document) {
        long[] known = SparseVector.ascending(places(document));
        int[] found = new int[known.length];
        double[] weights = new double[known.length];
        for (int i = 0; i < known.length; i++) {
            found[i] = (int) (known[i] >>> Integer.SIZE);
            weights[i] = document.weight((int) known[i]);
        }
        return vector(found, weights);
    }

    /**
     * A document as numbers.
     *
     * @param found the places of its features, each once; kept
     * @param weights of all uses of each
     */
    public SparseVector vector(int[] found, double[] weights) {
        float[] values = new float[found.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(found[i], weights[i]);
        }
        return new SparseVector(found, scaled(found, values));
    }

    private float value(int feature, double weight) {
        if (isDimension(feature)) {
            return (float) weight;
        }
        double sublinear = weight > 1 ? 1 + StrictMath.log(weight) : 1;
        return (float) (sublinear * idf[feature]);
    }

    private float[] scaled(int[] found, float[] values) {
        double[] squares = new double[3];
        for (int i = 0; i < found.length; i++) {
            squares[spaces[found[i]]] += (double) values[i] * values[i];
        }
        double[] factors = {factor(1, squares[TEXT]), factor(titleWeight, squares[TITLE]), factor(1, squares[VECTOR])};
        float[] scaled = Arrays.copyOf(values, values.length);
        for (int i = 0; i < found.length; i++) {
            scaled[i] *= (float) factors[spaces[found[i]]];
        }
        return scaled;
    }

    /** Gives a part its length; a part of zeros stays one. */
    private static double factor(double length, double squares) {
        return squares > 0 ? length / Math.sqrt(squares) : 0;
    }
}
