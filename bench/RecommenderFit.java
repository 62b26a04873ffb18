import fr.ecolhuma.etreprof.tables.InteractionTable;
import fr.ecolhuma.etreprof.recommendation.item.Ease;
import fr.ecolhuma.etreprof.recommendation.item.ItemWeights;
import fr.ecolhuma.etreprof.recommendation.usage.TopItems;
import fr.ecolhuma.etreprof.recommendation.usage.UsageMatrix;
import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Prints the seconds to learn item-item weights, and the microseconds to rank everything for a user: median and p99. */
public final class RecommenderFit {

    private static final int LISTS = 50_000;
    private static final double LAMBDA = 200;

    private RecommenderFit() {}

    /** Arguments: users, contents, events, the number of threads. */
    public static void main(String[] args) {
        int contents = Integer.parseInt(args[1]);
        InteractionTable table = table(Integer.parseInt(args[0]), contents, Integer.parseInt(args[2]));
        try (ExecutorService executor = Executors.newFixedThreadPool(Integer.parseInt(args[3]))) {
            long start = System.nanoTime();
            UsageMatrix matrix = UsageMatrix.of(table, contents).capped(Ease.MOST_ITEMS_A_USER);
            ItemWeights weights = Ease.fit(matrix, LAMBDA, executor);
            double seconds = (System.nanoTime() - start) / 1e9;
            lists(matrix, weights);
            long[] nanos = lists(matrix, weights);
            System.out.printf(
                    Locale.ROOT, "%.3f %.1f %.1f%n", seconds, nanos[LISTS / 2] / 1e3, nanos[LISTS * 99 / 100] / 1e3);
        }
    }

    /** Users with few and users with very many events, on contents of which some are far better liked than others. */
    private static InteractionTable table(int users, int contents, int events) {
        SplittableRandom random = new SplittableRandom(1);
        int[] starts = new int[users + 1];
        int[] entries = new int[events];
        int filled = 0;
        for (int user = 0; user < users; user++) {
            double rank = (user + 0.5) / users;
            int size = Math.max(1, (int) (events / (double) users / 3 * Math.pow(rank, -2 / 3.0)));
            int[] used = random.ints(Math.min(size, events - filled), 0, contents)
                    .map(content -> (int) ((long) content * content / contents))
                    .sorted()
                    .distinct()
                    .toArray();
            System.arraycopy(used, 0, entries, filled, used.length);
            filled += used.length;
            starts[user + 1] = filled;
        }
        int[] uses = new int[filled];
        Arrays.fill(uses, 1);
        return InteractionTable.of(starts, Arrays.copyOf(entries, filled), uses, new long[filled]);
    }

    /** The time of each list of ten, ascending. */
    private static long[] lists(UsageMatrix matrix, ItemWeights weights) {
        SplittableRandom random = new SplittableRandom(2);
        double[] scores = new double[matrix.items()];
        long[] nanos = new long[LISTS];
        for (int i = 0; i < LISTS; i++) {
            int user = random.nextInt(matrix.users());
            long start = System.nanoTime();
            int[] history = matrix.itemsOf(user);
            weights.scores(history, scores);
            for (int item : history) {
                scores[item] = Double.NEGATIVE_INFINITY;
            }
            if (TopItems.best(scores, 10).length > 10) {
                throw new IllegalStateException("found a list of more than 10");
            }
            nanos[i] = System.nanoTime() - start;
        }
        Arrays.sort(nanos);
        return nanos;
    }
}
