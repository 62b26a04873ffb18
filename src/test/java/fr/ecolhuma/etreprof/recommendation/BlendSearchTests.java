package fr.ecolhuma.etreprof.recommendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BlendSearchTests {

    private static final int USERS = 100;
    private static final int ITEMS = 8;
    private static final ItemScorer SILENT = (item, factor, scores) -> {};

    /** Everybody used item 0 and goes on to item 5. */
    private final UsagePairs known = new UsagePairs(false);

    private final UsagePairs next = new UsagePairs(false);
    private final ExecutorService executor = Executors.newFixedThreadPool(2);

    @BeforeEach
    void fill() {
        for (int user = 0; user < USERS; user++) {
            known.add(user, 0, 0);
            next.add(user, 5, 0);
        }
    }

    @AfterEach
    void stop() {
        executor.shutdown();
    }

    private BlendWeights best(ItemScorer learnt, ItemScorer content) {
        UsageMatrix matrix = known.matrix(USERS, ITEMS);
        Gram gram = Gram.count(matrix, executor);
        Hybrid.Parts parts = new Hybrid.Parts(learnt, content, SILENT);
        Judge judge = new Judge(matrix, next.matrix(USERS, ITEMS), executor);
        return new BlendSearch(judge, weights -> new Hybrid(matrix, gram, parts, weights), new int[] {3})
                .best(true, true);
    }

    private static ItemScorer likes(int target) {
        return (item, factor, scores) -> scores[target] += factor;
    }

    @Test
    void whatAddsNothingIsLeftOut() {
        assertThat(best(likes(5), likes(4))).isEqualTo(BlendWeights.NONE);
        assertThat(best(likes(5), likes(5))).isEqualTo(BlendWeights.NONE);
    }

    @Test
    void whatIsRightIsTaken() {
        BlendWeights weights = best(likes(1), likes(5));

        assertThat(weights.content()).isGreaterThan(1);
        assertThat(weights.withContent(0)).isEqualTo(BlendWeights.NONE);
    }

    /** Deviations over four items: of (0 4 0 0) √3, of (1 0 0 1) ½; log1p of the counts (1 0 0 0) has ln 2 · √3 / 4. */
    @Test
    void everyPartIsDividedByItsDeviation() {
        UsageMatrix one = Matrices.of(4, Matrices.row(0));
        ItemScorer learnt = (item, factor, scores) -> scores[1] += 4 * factor;
        ItemScorer content = (item, factor, scores) -> {
            scores[0] += factor;
            scores[3] += factor;
        };
        BlendWeights weights = new BlendWeights(0.5, 2, 0.3, Double.POSITIVE_INFINITY);
        double[] scores = new double[4];

        new Hybrid(one, Gram.count(one, executor), new Hybrid.Parts(learnt, content, SILENT), weights).score(0, scores);

        double root = Math.sqrt(3);
        assertThat(scores).containsExactly(new double[] {1 + 0.3 * 4 / root, 4 / root, 0, 1}, within(1e-12));
    }

    @Test
    void lateUsesCountMoreWhereAsked() {
        UsageMatrix matrix = Matrices.of(3, Matrices.row(0, 1));
        ItemScorer itself = (item, factor, scores) -> scores[item] += factor;
        Hybrid hybrid = new Hybrid(
                matrix,
                Gram.count(matrix, executor),
                new Hybrid.Parts(itself, SILENT, SILENT),
                BlendWeights.NONE.withHalfLife(1));
        double[] scores = new double[3];

        hybrid.score(0, scores);

        assertThat(scores[1] / scores[0]).isCloseTo(2, within(1e-12));
    }
}
