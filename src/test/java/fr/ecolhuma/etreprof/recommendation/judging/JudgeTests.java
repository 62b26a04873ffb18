package fr.ecolhuma.etreprof.recommendation.judging;

import static fr.ecolhuma.etreprof.recommendation.Matrices.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.ecolhuma.etreprof.recommendation.Matrices;
import fr.ecolhuma.etreprof.recommendation.usage.UsageMatrix;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JudgeTests {

    private static final UserScorer FIRST_BEST = (user, scores) -> {
        for (int item = 0; item < scores.length; item++) {
            scores[item] = -item;
        }
    };

    private final ExecutorService executor = Executors.newFixedThreadPool(2);

    @AfterEach
    void stop() {
        executor.shutdown();
    }

    @Test
    void gainsAreDiscountedAndHeldAgainstTheBestThereCouldBe() {
        RankingMeasures measures = new RankingMeasures(3);
        boolean[] hits = RankingMeasures.hits(new int[] {4, 2, 7}, new int[] {1, 4, 7, 9});

        assertThat(hits).containsExactly(true, false, true);
        // 1 / log2(2) + 1 / log2(4) = 1.5 of 1 + 1 / log2(3) + 1 / 2 = 2.1309297535714573
        assertThat(measures.ndcg(hits, 4, 3)).isCloseTo(1.5 / 2.1309297535714573, within(1e-12));
        assertThat(measures.ndcg(hits, 4, 1)).isEqualTo(1);
        assertThat(measures.ndcg(hits, 2, 3)).isCloseTo(1.5 / 1.6309297535714573, within(1e-12));
    }

    /** As RecBole, implicit and TensorFlow Recommenders have it: 2 of 4, though 3 entries cannot hold 4. */
    @Test
    void recallIsOfAllPositivesAndCappedOfThoseThatFit() {
        RankingMeasures measures = new RankingMeasures(3);
        boolean[] hits = {true, false, true};
        assertThat(measures.recall(hits, 4, 3)).isEqualTo(0.5);
        assertThat(measures.recall(hits, 4, 1)).isEqualTo(0.25);
        assertThat(measures.recall(new boolean[] {true}, 2, 3)).isEqualTo(0.5);
        assertThat(measures.cappedRecall(hits, 4, 3)).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(measures.cappedRecall(hits, 4, 1)).isEqualTo(1);
        assertThat(measures.cappedRecall(new boolean[] {true}, 2, 3)).isEqualTo(0.5);
    }

    /** Lists: user 0 gets 1 2, user 1 gets 0 1; user 2 is not asked about. Uses: item 0 twice, the others once. */
    @Test
    void figuresAreMeansOverTheUsersAskedAbout() {
        UsageMatrix known = Matrices.of(4, row(0), row(2, 3), row(0, 1), row());
        UsageMatrix next = Matrices.of(4, row(2), row(0, 1), row(), row());

        RankingFigures figures = new Judge(known, next, executor).figures(FIRST_BEST, new int[] {1, 2});

        RankingFigures.At one = figures.at().get(0);
        assertThat(one.k()).isEqualTo(1);
        assertThat(one.recall()).isEqualTo((0 + 1 / 2.0) / 2);
        assertThat(one.cappedRecall()).isEqualTo(0.5);
        assertThat(one.ndcg()).isEqualTo(0.5);
        assertThat(one.coverage()).isEqualTo(0.5);
        assertThat(one.novelty()).isCloseTo((2 + 1) / 2.0, within(1e-12));
        RankingFigures.At two = figures.at().get(1);
        assertThat(two.recall()).isEqualTo(1);
        assertThat(two.cappedRecall()).isEqualTo(1);
        assertThat(two.ndcg()).isCloseTo((0.6309297535714574 + 1) / 2, within(1e-12));
        assertThat(two.coverage()).isEqualTo(0.75);
        assertThat(two.novelty()).isCloseTo((2 + 2 + 1 + 2) / 4.0, within(1e-12));
    }

    @Test
    void theMeanOfNdcgIsThatOfTheLists() {
        UsageMatrix all = Matrices.random(50, 40, 0.3, 2);
        HoldOut split = HoldOut.of(all, Order.NONE);
        Judge judge = new Judge(split.kept(), split.held(), executor);
        UserScorer scorer = (user, scores) -> {
            for (int item = 0; item < scores.length; item++) {
                scores[item] = (item * 7 + user) % 5;
            }
        };

        for (int k : new int[] {1, 5, 100}) {
            RankingFigures.At at = judge.figures(scorer, new int[] {k}).at().get(0);
            assertThat(judge.meanNdcg(scorer, k)).isEqualTo(at.ndcg());
        }
    }

    @Test
    void whatWasUsedIsNeverRankedAndTiesGoToTheLowerItem() {
        UsageMatrix known = Matrices.of(4, row(1));
        UsageMatrix next = Matrices.of(4, row(3));
        Judge judge = new Judge(known, next, executor);

        judge.rank(
                (user, scores) -> {},
                9,
                (place, user, ranked) -> assertThat(ranked).containsExactly(0, 2, 3));
        assertThat(judge.meanNdcg((user, scores) -> {}, 9)).isEqualTo(0.5);
        assertThat(judge.users()).isEqualTo(1);
    }
}
