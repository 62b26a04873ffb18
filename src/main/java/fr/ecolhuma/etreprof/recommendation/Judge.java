package fr.ecolhuma.etreprof.recommendation;

import java.util.Arrays;
import java.util.concurrent.ExecutorService;
import java.util.stream.IntStream;

/** Ranks, for each user who is asked about, every item the user has not used yet, and holds it against what came next. */
final class Judge {

    private static final int USERS_A_TASK = 64;

    /** Takes the list of the n-th judged user; lists come from several threads, in any order. */
    interface Lists {

        void take(int place, int user, int[] ranked);
    }

    /** Takes the scores of the n-th judged user, negative infinity for what is not ranked; they are gone afterwards. */
    private interface Scores {

        void take(int place, int user, double[] scores);
    }

    private final UsageMatrix known;
    private final UsageMatrix next;
    private final int[] users;
    private final ExecutorService executor;

    /**
     * A judge.
     *
     * @param known what users have used; never ranked for them
     * @param next what they went on to use, same users and items; those without any are not judged
     */
    Judge(UsageMatrix known, UsageMatrix next, ExecutorService executor) {
        this.known = known;
        this.next = next;
        this.executor = executor;
        this.users = IntStream.range(0, next.users())
                .filter(user -> next.size(user) > 0)
                .toArray();
    }

    /** How many users are judged. */
    int users() {
        return users.length;
    }

    /** Makes every judged user's list of the best items, {@code deepest} at most. */
    void rank(UserScorer scorer, int deepest, Lists lists) {
        score(scorer, (place, user, scores) -> lists.take(place, user, TopItems.best(scores, deepest)));
    }

    private void score(UserScorer scorer, Scores taker) {
        int tasks = (users.length + USERS_A_TASK - 1) / USERS_A_TASK;
        Parallel.run(executor, tasks, task -> {
            double[] scores = new double[known.items()];
            int end = Math.min(users.length, (task + 1) * USERS_A_TASK);
            for (int place = task * USERS_A_TASK; place < end; place++) {
                scorer.score(users[place], scores);
                for (int entry = known.start(users[place]); entry < known.end(users[place]); entry++) {
                    scores[known.item(entry)] = Double.NEGATIVE_INFINITY;
                }
                taker.take(place, users[place], scores);
            }
        });
    }

    /** The mean of NDCG and recall at several ranks, for each judged user. */
    double[] quality(UserScorer scorer, int[] ks) {
        int deepest = Arrays.stream(ks).max().orElse(0);
        RankingMeasures measures = new RankingMeasures(deepest);
        double[] values = new double[users.length];
        rank(scorer, deepest, (place, user, ranked) -> {
            boolean[] hits = RankingMeasures.hits(ranked, next.itemsOf(user));
            for (int k : ks) {
                double both = measures.ndcg(hits, next.size(user), k) + measures.recall(hits, next.size(user), k);
                values[place] += both / (2 * ks.length);
            }
        });
        return values;
    }

    /** The mean of NDCG@k over the judged users: the few items that were used are placed, no list is made. */
    double meanNdcg(UserScorer scorer, int k) {
        RankingMeasures measures = new RankingMeasures(k);
        double[] values = new double[users.length];
        score(scorer, (place, user, scores) -> {
            boolean[] hits = new boolean[k];
            for (int entry = next.start(user); entry < next.end(user); entry++) {
                int rank = TopItems.rankOf(next.item(entry), scores);
                if (rank < k && scores[next.item(entry)] > Double.NEGATIVE_INFINITY) {
                    hits[rank] = true;
                }
            }
            values[place] = measures.ndcg(hits, next.size(user), k);
        });
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    /** All figures down to several ranks. */
    RankingFigures figures(UserScorer scorer, int[] ks) {
        RankingTally tally = new RankingTally(ks, users.length, ItemUsers.of(known), known.users());
        rank(scorer, tally.deepest(), (place, user, ranked) -> tally.take(place, ranked, next.itemsOf(user)));
        return tally.figures();
    }
}
