package fr.ecolhuma.etreprof.recommendation.item;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;

/**
 * The likeness of the words and tags of items: the sum over the spaces of {@link ItemTexts} of the cosine of tf-idf
 * vectors, {@code (1 + ln count) · ln(items / items with the term)}. A term of only one item is left out, since it
 * relates no items.
 */
public final class TextSimilarity implements ItemSimilarity {

    private static final int MOST = 100;

    private record Posting(int item, double value) {}

    private final Map<String, List<Posting>> postings = new HashMap<>();
    private final List<Map<String, Double>> vectors = new ArrayList<>();

    private TextSimilarity(int items) {
        for (int item = 0; item < items; item++) {
            vectors.add(new TreeMap<>());
        }
    }

    public static TextSimilarity of(ItemTexts texts, int items) {
        TextSimilarity similarity = new TextSimilarity(items);
        for (ItemTexts.Space space : ItemTexts.Space.values()) {
            similarity.addSpace(space.name() + ":", new TreeMap<>(texts.of(space)));
        }
        similarity.index();
        return similarity;
    }

    private void addSpace(String prefix, SortedMap<Integer, SortedMap<String, Integer>> documents) {
        Map<String, Integer> frequencies = new HashMap<>();
        documents.values().forEach(terms -> terms.keySet().forEach(term -> frequencies.merge(term, 1, Integer::sum)));
        documents.forEach((item, terms) -> {
            Map<String, Double> vector = new TreeMap<>();
            terms.forEach((term, count) -> {
                int frequency = frequencies.getOrDefault(term, 1);
                double idf = frequency < 2 ? 0 : StrictMath.log((double) documents.size() / frequency);
                if (idf > 0) {
                    vector.put(term, (1 + StrictMath.log(count)) * idf);
                }
            });
            addUnit(prefix, item, vector);
        });
    }

    private void addUnit(String prefix, int item, Map<String, Double> vector) {
        double squares = vector.values().stream().mapToDouble(v -> v * v).sum();
        double scale = 1 / Math.sqrt(squares);
        vector.forEach((term, value) -> vectors.get(item).put(prefix + term, value * scale));
    }

    private void index() {
        for (int i = 0; i < vectors.size(); i++) {
            int item = i;
            vectors.get(item)
                    .forEach((term, value) -> postings.computeIfAbsent(term, unseen -> new ArrayList<>())
                            .add(new Posting(item, value)));
        }
    }

    @Override
    public void fill(int item, double[] similarities) {
        Arrays.fill(similarities, 0);
        vectors.get(item).forEach((term, value) -> {
            for (Posting posting : postings.getOrDefault(term, List.of())) {
                similarities[posting.item()] += value * posting.value();
            }
        });
    }

    /** The most similar items of each item, as the scores that each adds to the others. */
    public ItemScorer neighbours(ExecutorService executor) {
        return Neighbourhood.of(vectors.size(), MOST, this, executor).scorer();
    }
}
