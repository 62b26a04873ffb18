package fr.ecolhuma.etreprof.recommendation.item;

import fr.ecolhuma.etreprof.recommendation.usage.Gram;
import java.util.concurrent.ExecutorService;

/**
 * Item-based nearest neighbours, the yardstick: the cosine of the users of two items, shrunk when they share few:
 * {@code users of both / (√(users of one · users of the other) + shrinkage)}. Source: Cremonesi, Koren and Turrin,
 * "Performance of recommender algorithms on top-N recommendation tasks", RecSys 2010.
 */
public final class ItemKnn {

    /**
     * The settings.
     *
     * @param neighbours how many are kept of an item, at least 1
     * @param shrinkage in users; 0 for the plain cosine
     */
    public record Settings(int neighbours, double shrinkage) {}

    private ItemKnn() {}

    public static ItemScorer fit(Gram gram, Settings settings, ExecutorService executor) {
        return neighbourhood(gram, settings, executor).scorer();
    }

    public static Neighbourhood neighbourhood(Gram gram, Settings settings, ExecutorService executor) {
        return Neighbourhood.of(gram.items(), settings.neighbours(), similarity(gram, settings.shrinkage()), executor);
    }

    static ItemSimilarity similarity(Gram gram, double shrinkage) {
        return (item, row) -> {
            for (int other = 0; other < row.length; other++) {
                int shared = gram.users(item, other);
                double size = Math.sqrt((double) gram.users(item) * gram.users(other));
                row[other] = shared == 0 ? 0 : shared / (size + shrinkage);
            }
        };
    }
}
