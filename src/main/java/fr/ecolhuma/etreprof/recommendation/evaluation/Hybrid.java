package fr.ecolhuma.etreprof.recommendation.evaluation;

import fr.ecolhuma.etreprof.recommendation.item.ItemScorer;
import fr.ecolhuma.etreprof.recommendation.judging.UserScorer;
import fr.ecolhuma.etreprof.recommendation.usage.Gram;
import fr.ecolhuma.etreprof.recommendation.usage.Recency;
import fr.ecolhuma.etreprof.recommendation.usage.TopItems;
import fr.ecolhuma.etreprof.recommendation.usage.UsageMatrix;
import java.util.Arrays;

/**
 * One score from several: learnt weights, similar content, neighbours and popularity, each divided by its standard
 * deviation over the items, so that they count equally for users with much and with little history. Popularity counts
 * only below the first {@value #HEAD} items of a list.
 */
final class Hybrid implements UserScorer {

    /**
     * The parts of the blend.
     *
     * @param learnt the weights of {@code Ease}
     * @param content similarity of contents, or a scorer that adds nothing
     * @param neighbours the weights of {@code ItemKnn}
     */
    record Parts(ItemScorer learnt, ItemScorer content, ItemScorer neighbours) {}

    /** The number of first items of a list that popularity does not change. */
    private static final int HEAD = 20;

    private final UsageMatrix matrix;
    private final Parts parts;
    private final double[] popularity;
    private final BlendWeights weights;

    Hybrid(UsageMatrix matrix, Gram gram, Parts parts, BlendWeights weights) {
        this.matrix = matrix;
        this.parts = parts;
        this.weights = weights;
        this.popularity = new double[gram.items()];
        Arrays.setAll(popularity, item -> StrictMath.log1p(gram.users(item)));
    }

    @Override
    public void score(int user, double[] scores) {
        double[] uses = uses(user);
        double[] part = new double[scores.length];
        Arrays.fill(scores, 0);
        blend(parts.learnt(), 1, user, uses, part, scores);
        blend(parts.content(), weights.content(), user, uses, part, scores);
        blend(parts.neighbours(), weights.neighbours(), user, uses, part, scores);
        if (weights.popularity() > 0) {
            addBelowHead(user, scores);
        }
    }

    /**
     * Popularity says little about a user's own taste: it only orders items about which the taste says little, never
     * the first ones.
     */
    private void addBelowHead(int user, double[] scores) {
        int known = deviation(scores) > 0 ? HEAD : 0;
        int[] head = TopItems.best(scores, known, item -> !matrix.has(user, item));
        double[] own = new double[head.length];
        Arrays.setAll(own, place -> scores[head[place]]);
        addScaled(popularity, weights.popularity(), scores);
        double highest = Arrays.stream(scores).max().orElse(0);
        for (int place = 0; place < head.length; place++) {
            scores[head[place]] = highest + 1 + own[place] - own[head.length - 1];
        }
    }

    private double[] uses(int user) {
        if (weights.halfLife() < Double.POSITIVE_INFINITY) {
            return Recency.weights(matrix, user, weights.halfLife());
        }
        double[] uses = new double[matrix.size(user)];
        Arrays.fill(uses, 1);
        return uses;
    }

    private void blend(ItemScorer scorer, double weight, int user, double[] uses, double[] part, double[] scores) {
        if (weight == 0) {
            return;
        }
        Arrays.fill(part, 0);
        for (int i = 0; i < uses.length; i++) {
            scorer.add(matrix.item(matrix.start(user) + i), uses[i], part);
        }
        addScaled(part, weight, scores);
    }

    private static void addScaled(double[] part, double weight, double[] scores) {
        double deviation = deviation(part);
        if (deviation > 0) {
            for (int item = 0; item < scores.length; item++) {
                scores[item] += weight / deviation * part[item];
            }
        }
    }

    private static double deviation(double[] values) {
        double sum = 0;
        double squares = 0;
        for (double value : values) {
            sum += value;
            squares += value * value;
        }
        double mean = sum / values.length;
        return Math.sqrt(Math.max(0, squares / values.length - mean * mean));
    }
}
