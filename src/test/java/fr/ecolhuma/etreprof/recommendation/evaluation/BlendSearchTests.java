package fr.ecolhuma.etreprof.recommendation.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.ecolhuma.etreprof.recommendation.Matrices;
import fr.ecolhuma.etreprof.recommendation.item.ItemScorer;
import fr.ecolhuma.etreprof.recommendation.judging.Judge;
import fr.ecolhuma.etreprof.recommendation.usage.Gram;
import fr.ecolhuma.etreprof.recommendation.usage.TopItems;
import fr.ecolhuma.etreprof.recommendation.usage.UsageMatrix;
import fr.ecolhuma.etreprof.recommendation.usage.UsagePairs;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
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

    private Hybrid hybrid(UsageMatrix matrix, ItemScorer learnt, BlendWeights weights) {
        return new Hybrid(matrix, Gram.count(matrix, executor), new Hybrid.Parts(learnt, SILENT, SILENT), weights);
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

    /** Deviations over four items: of (0 4 0 0) √3, of (1 0 0 1) ½. */
    @Test
    void everyPartIsDividedByItsDeviation() {
        UsageMatrix one = Matrices.of(4, Matrices.row(0));
        ItemScorer learnt = (item, factor, scores) -> scores[1] += 4 * factor;
        ItemScorer content = (item, factor, scores) -> {
            scores[0] += factor;
            scores[3] += factor;
        };
        BlendWeights weights = BlendWeights.NONE.withContent(0.5);
        double[] scores = new double[4];

        new Hybrid(one, Gram.count(one, executor), new Hybrid.Parts(learnt, content, SILENT), weights).score(0, scores);

        assertThat(scores).containsExactly(new double[] {1, 4 / Math.sqrt(3), 0, 1}, within(1e-12));
    }

    /** User 0 used item 0; of 1 to 24 the last is what he likes best. Nobody used 3, one did 2, two did 1 and 24. */
    @Test
    void whatIsPopularOrdersTheItemsBelowTheFirstTwenty() {
        UsageMatrix three = Matrices.of(25, Matrices.row(0), Matrices.row(1, 2, 24), Matrices.row(1, 24));
        ItemScorer learnt = (item, factor, scores) -> {
            for (int other = 0; other < scores.length; other++) {
                scores[other] += other * factor;
            }
        };
        Hybrid hybrid = hybrid(three, learnt, BlendWeights.NONE.withPopularity(10));
        double[] scores = new double[25];

        hybrid.score(0, scores);

        scores[0] = Double.NEGATIVE_INFINITY;
        int[] expected = IntStream.concat(
                        IntStream.rangeClosed(0, 19).map(place -> 24 - place), IntStream.of(1, 2, 4, 3))
                .toArray();
        assertThat(TopItems.best(scores, 24)).containsExactly(expected);
    }

    /** log1p of the counts (0 0 1) deviates by ln 2 · √2 / 3. */
    @Test
    void whoUsedNothingGetsWhatIsPopularFirst() {
        UsageMatrix two = Matrices.of(3, Matrices.row(), Matrices.row(2));
        Hybrid hybrid = hybrid(two, likes(0), BlendWeights.NONE.withPopularity(0.1));
        double[] scores = new double[3];

        hybrid.score(0, scores);

        assertThat(scores).containsExactly(new double[] {0, 0, 0.1 * 3 / Math.sqrt(2)}, within(1e-12));
    }

    @Test
    void lateUsesCountMoreWhereAsked() {
        UsageMatrix matrix = Matrices.of(3, Matrices.row(0, 1));
        ItemScorer itself = (item, factor, scores) -> scores[item] += factor;
        Hybrid hybrid = hybrid(matrix, itself, BlendWeights.NONE.withHalfLife(1));
        double[] scores = new double[3];

        hybrid.score(0, scores);

        assertThat(scores[1] / scores[0]).isCloseTo(2, within(1e-12));
    }
}
