package fr.ecolhuma.etreprof.recommendation.judging;

import fr.ecolhuma.etreprof.recommendation.item.ItemScorer;
import fr.ecolhuma.etreprof.recommendation.usage.Gram;
import fr.ecolhuma.etreprof.recommendation.usage.UsageMatrix;
import java.util.Arrays;

/** A model as its judge sees it: one score per item for a user; several threads may use it at once. */
public interface UserScorer {

    /** Fills the scores of a user, one entry per item. */
    void score(int user, double[] scores);

    /** The sum over a user's used items, each with the weight 1. */
    static UserScorer sumOf(UsageMatrix matrix, ItemScorer scorer) {
        return (user, scores) -> {
            Arrays.fill(scores, 0);
            for (int entry = matrix.start(user); entry < matrix.end(user); entry++) {
                scorer.add(matrix.item(entry), 1, scores);
            }
        };
    }

    /** The same for everyone: the number of users of an item. */
    static UserScorer popularity(Gram gram) {
        double[] users = new double[gram.items()];
        Arrays.setAll(users, gram::users);
        return (user, scores) -> System.arraycopy(users, 0, scores, 0, scores.length);
    }
}
