package fr.ecolhuma.etreprof.recommendation.training;

import fr.ecolhuma.etreprof.recommendation.item.ItemWeights;
import fr.ecolhuma.etreprof.recommendation.judging.HoldOut;
import fr.ecolhuma.etreprof.recommendation.judging.Judge;
import fr.ecolhuma.etreprof.recommendation.judging.Order;
import fr.ecolhuma.etreprof.recommendation.judging.Validation;
import fr.ecolhuma.etreprof.recommendation.list.ServingWeights;
import fr.ecolhuma.etreprof.recommendation.usage.Gram;
import fr.ecolhuma.etreprof.recommendation.usage.UsageMatrix;
import java.util.Comparator;
import java.util.concurrent.ExecutorService;
import java.util.stream.IntStream;

/**
 * The latest uses, held out in two parts of different users.
 *
 * @param kept the uses to learn from
 * @param chosen the uses by which settings are chosen
 * @param tested the uses by which the result is judged
 */
record TrialSplit(UsageMatrix kept, UsageMatrix chosen, UsageMatrix tested) {

    /** Splits the uses; the users go to the two parts in turn, in the order of a fixed hash. */
    static TrialSplit of(UsageMatrix matrix, int mostUsers) {
        HoldOut split = HoldOut.of(matrix, Order.AFTER_EACH, mostUsers);
        UsageMatrix held = split.held();
        boolean[] first = new boolean[matrix.users()];
        int[] asked = IntStream.range(0, matrix.users())
                .filter(user -> held.size(user) > 0)
                .boxed()
                .sorted(Comparator.comparingLong((Integer user) -> HoldOut.mixed(user)))
                .mapToInt(Integer::intValue)
                .toArray();
        for (int i = 0; i < asked.length; i += 2) {
            first[asked[i]] = true;
        }
        return new TrialSplit(
                split.kept(), held.part((user, entry) -> !first[user]), held.part((user, entry) -> first[user]));
    }

    /** Whether there are fewer than two users to judge. */
    boolean isEmpty() {
        return chosen.pairs() == 0 || tested.pairs() == 0;
    }

    Validation validation(ExecutorService executor) {
        return new Validation(new HoldOut(kept, chosen), Gram.count(kept, executor), new Judge(kept, chosen, executor));
    }

    Judge judge(UsageMatrix asked, ExecutorService executor) {
        return new Judge(kept, asked, executor);
    }

    /**
     * Weights scaled so that the best score by learnt weights alone is 1, in the mean over the users by whom settings
     * are chosen.
     */
    ServingWeights scaled(ItemWeights weights) {
        double[] scores = new double[kept.items()];
        double sum = 0;
        int users = 0;
        for (int user = 0; user < kept.users(); user++) {
            if (chosen.size(user) > 0) {
                weights.scores(kept.itemsOf(user), scores);
                sum += best(user, scores);
                users++;
            }
        }
        return sum > 0 ? new ServingWeights(users / sum, 0, 0, 0, 0) : ServingWeights.PLAIN;
    }

    private double best(int user, double[] scores) {
        double best = 0;
        for (int item = 0; item < scores.length; item++) {
            best = scores[item] > best && !kept.has(user, item) ? scores[item] : best;
        }
        return best;
    }
}
