package fr.ecolhuma.etreprof.recommendation.judging;

import fr.ecolhuma.etreprof.recommendation.usage.ItemUsers;
import fr.ecolhuma.etreprof.recommendation.usage.Parallel;
import fr.ecolhuma.etreprof.recommendation.usage.TopItems;
import fr.ecolhuma.etreprof.recommendation.usage.UsageMatrix;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Ranks, for each judged user, every item the user has not used yet, and compares the list with the later uses. */
public final class Judge {

    private static final int USERS_A_TASK = 64;

    /** Receives the list of the n-th judged user; lists come from several threads, in any order. */
    interface Lists {

        void take(int place, int user, int[] ranked);
    }

    /** Several models that score a user together, one row each. */
    public interface ManyScores {

        void score(int user, double[][] rows);
    }

    /** Receives the scores of the n-th judged user; the rows are used again for other users. */
    private interface Work {

        void on(int place, int user, double[][] rows);
    }

    private final UsageMatrix known;
    private final UsageMatrix next;
    private final int[] users;
    private final ExecutorService executor;

    /**
     * Creates a judge.
     *
     * @param known the earlier uses of users; these items are never ranked for them
     * @param next the later uses, of the same users and items; users without any are not judged
     */
    public Judge(UsageMatrix known, UsageMatrix next, ExecutorService executor) {
        this.known = known;
        this.next = next;
        this.executor = executor;
        this.users = IntStream.range(0, next.users())
                .filter(user -> next.size(user) > 0)
                .toArray();
    }

    /** The number of judged users. */
    public int users() {
        return users.length;
    }

    /** Makes every judged user's list of the best items, {@code deepest} at most. */
    void rank(UserScorer scorer, int deepest, Lists lists) {
        eachUser(1, (place, user, rows) -> {
            scorer.score(user, rows[0]);
            lists.take(place, user, TopItems.best(withoutKnown(user, rows[0]), deepest));
        });
    }

    private void eachUser(int rows, Work work) {
        int tasks = (users.length + USERS_A_TASK - 1) / USERS_A_TASK;
        Parallel.run(executor, tasks, task -> {
            double[][] scores = new double[rows][known.items()];
            int end = Math.min(users.length, (task + 1) * USERS_A_TASK);
            for (int place = task * USERS_A_TASK; place < end; place++) {
                work.on(place, users[place], scores);
            }
        });
    }

    private double[] withoutKnown(int user, double[] scores) {
        for (int entry = known.start(user); entry < known.end(user); entry++) {
            scores[known.item(entry)] = Double.NEGATIVE_INFINITY;
        }
        return scores;
    }

    /**
     * The quality of the list of each judged user.
     *
     * @param ks the ranks, ascending
     */
    public ListQuality quality(UserScorer scorer, int[] ks) {
        int deepest = Arrays.stream(ks).max().orElse(0);
        ListQuality quality = new ListQuality(new RankingMeasures(deepest), ks, users.length);
        rank(
                scorer,
                deepest,
                (place, user, ranked) ->
                        quality.take(place, RankingMeasures.hits(ranked, next.itemsOf(user)), next.size(user)));
        return quality;
    }

    /**
     * The same for several models that score a user together: only the ranks of the few used items are computed, not
     * the lists.
     *
     * @param models the number of rows that the scorer fills
     */
    public List<ListQuality> qualities(ManyScores scorer, int models, int[] ks) {
        RankingMeasures measures = new RankingMeasures(ks[ks.length - 1]);
        List<ListQuality> qualities = Stream.generate(() -> new ListQuality(measures, ks, users.length))
                .limit(models)
                .toList();
        eachUser(models, (place, user, rows) -> {
            scorer.score(user, rows);
            for (int model = 0; model < models; model++) {
                boolean[] hits = hits(user, withoutKnown(user, rows[model]), ks[ks.length - 1]);
                qualities.get(model).take(place, hits, next.size(user));
            }
        });
        return qualities;
    }

    private boolean[] hits(int user, double[] scores, int k) {
        boolean[] hits = new boolean[k];
        for (int entry = next.start(user); entry < next.end(user); entry++) {
            int rank = TopItems.rankOf(next.item(entry), scores);
            if (rank < k && scores[next.item(entry)] > Double.NEGATIVE_INFINITY) {
                hits[rank] = true;
            }
        }
        return hits;
    }

    /** The mean of NDCG@k over the judged users. */
    public double meanNdcg(UserScorer scorer, int k) {
        return qualities((user, rows) -> scorer.score(user, rows[0]), 1, new int[] {k})
                .getFirst()
                .deepNdcg();
    }

    /** All figures down to several ranks. */
    public RankingFigures figures(UserScorer scorer, int[] ks) {
        RankingTally tally = new RankingTally(ks, users.length, ItemUsers.of(known), known.users());
        rank(scorer, tally.deepest(), (place, user, ranked) -> tally.take(place, ranked, next.itemsOf(user)));
        return tally.figures();
    }
}
