package fr.ecolhuma.etreprof.recommendation.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.ecolhuma.etreprof.domain.CatalogueItem;
import fr.ecolhuma.etreprof.domain.TaughtLevels;
import fr.ecolhuma.etreprof.recommendation.SmallPlatform;
import fr.ecolhuma.etreprof.recommendation.judging.Judge;
import fr.ecolhuma.etreprof.recommendation.judging.UserScorer;
import fr.ecolhuma.etreprof.recommendation.list.CatalogueFacts;
import fr.ecolhuma.etreprof.recommendation.list.LearntRecommender;
import fr.ecolhuma.etreprof.recommendation.list.PersonalScores;
import fr.ecolhuma.etreprof.recommendation.list.ServingWeights;
import fr.ecolhuma.etreprof.recommendation.usage.Popularity;
import fr.ecolhuma.etreprof.recommendation.usage.SegmentUsage;
import fr.ecolhuma.etreprof.recommendation.usage.UsagePairs;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ServingSearchTests {

    private static final int USERS = 100;
    private static final int ITEMS = 30;
    private static final ServingWeights START = new ServingWeights(3, 0, 0, 0, 0);

    private final ExecutorService executor = Executors.newFixedThreadPool(2);

    @AfterEach
    void stop() {
        executor.shutdown();
    }

    /** One part's score of each item, for every user or for those alone who go on to use item 7. */
    private record Part(Map<Integer, Double> all, Map<Integer, Double> ofSeven) {

        double score(int user, int item) {
            return all.getOrDefault(item, 0.0) + (user < 2 ? ofSeven.getOrDefault(item, 0.0) : 0);
        }
    }

    /** Everybody used item 0; all but users 0 and 1 go on to item 5, these two to item 7. */
    private ServingWeights best(Map<Integer, Double> learnt, Part content, Part segment) {
        UsagePairs known = new UsagePairs(false);
        UsagePairs next = new UsagePairs(false);
        for (int user = 0; user < USERS; user++) {
            known.add(user, 0, 0);
            next.add(user, user < 2 ? 7 : 5, 0);
        }
        Judge judge = new Judge(known.matrix(USERS, ITEMS), next.matrix(USERS, ITEMS), executor);
        ServingSearch.Models models = (user, weights, rows) -> {
            for (int row = 0; row < rows.length; row++) {
                for (int item = 0; item < ITEMS; item++) {
                    ServingWeights one = weights.get(row);
                    rows[row][item] = one.history() * learnt.getOrDefault(item, 0.0)
                            + one.content() * content.score(user, item)
                            + one.segment() * segment.score(user, item);
                }
            }
        };
        UserScorer alone = (user, scores) -> {
            for (int item = 0; item < ITEMS; item++) {
                scores[item] = learnt.getOrDefault(item, 0.0);
            }
        };
        return ServingSearch.best(judge, alone, START, models);
    }

    private static Part part(Map<Integer, Double> all) {
        return new Part(all, Map.of());
    }

    private static final Part SILENT = part(Map.of());

    @Test
    void whatAddsNothingLeavesTheLearntWeightsAlone() {
        assertThat(best(Map.of(5, 1.0), SILENT, SILENT)).isEqualTo(START);
        assertThat(best(Map.of(5, 1.0), part(Map.of(5, 1.0)), part(Map.of(4, 1.0))))
                .isEqualTo(START);
    }

    @Test
    void whatIsRightIsTakenAsFarAsTheGridGoes() {
        // the popularity must make good 3 · 2.5: a weight above 7.5
        ServingWeights weights = best(Map.of(3, 2.5), SILENT, part(Map.of(5, 1.0)));
        assertThat(weights).isEqualTo(START.withSegment(8));
    }

    @Test
    void aGainOfFewUsersMayBeChance() {
        // two of 100 go from rank 7, an NDCG of 1/3, to the first: a gain of 0.0133 with a standard error of 0.0093
        Part two = new Part(Map.of(), Map.of(7, 100.0));
        assertThat(best(Map.of(5, 1.0), two, SILENT)).isEqualTo(START);
    }

    @Test
    void aPartThatPushesAnyMeasureDownIsLeftOut() {
        // alone: 98 users find item 5 at rank 2 and two find item 7 at rank 10, so that recall@10 is 1;
        // with content item 5 is first, a sure gain of NDCG@100, and item 7 is eleventh: recall@10 is 0.98
        Map<Integer, Double> learnt =
                Map.of(1, 10.0, 5, 9.0, 2, 8.0, 3, 7.0, 4, 6.0, 6, 5.5, 8, 5.0, 9, 4.5, 10, 4.0, 7, 3.5);
        Part content = part(Map.of(5, 1000.0, 11, 1000.0));
        assertThat(best(learnt, content, SILENT)).isEqualTo(START);
        assertThat(best(learnt, part(Map.of(5, 1000.0)), SILENT).content()).isPositive();
    }

    @Test
    void scoresUnderManyWeightsAreThoseUnderEach() {
        List<CatalogueItem> catalogue = List.of(
                SmallPlatform.article(1, 0),
                SmallPlatform.article(2, 1),
                SmallPlatform.item("article", 3, 1, List.of(), List.of("PS"), true));
        TaughtLevels levels = TaughtLevels.ofLabels(List.of("6e"));
        LearntRecommender learnt = SmallPlatform.learnt(
                3,
                Map.of(List.of(0, 1), 0.3f, List.of(1, 2), 0.2f),
                Map.of(List.of(0, 2), 0.9f, List.of(1, 0), 0.4f),
                START);
        List<SegmentUsage> usage = List.of(SmallPlatform.usage(0.1, 0.5, 0.7));
        PersonalScores scores = new PersonalScores(
                new CatalogueFacts(catalogue), new Popularity(usage, SmallPlatform.noLevels(usage)), learnt);
        List<ServingWeights> weights = List.of(START, new ServingWeights(2, 0.5, 4, 0.7, 0.2));
        double[][] rows = new double[2][3];
        double[] row = new double[3];

        scores.fillAll(new int[] {0, 1}, 0, levels, weights, rows);

        for (int i = 0; i < weights.size(); i++) {
            scores.with(weights.get(i)).fill(new int[] {0, 1}, 0, levels, row);
            assertThat(rows[i]).containsExactly(row, within(1e-12));
        }
        // 2 · 0.2 learnt, 0.5 · 0.9 alike, 4 · 0.7 in the segment, 0.2 for the newest day, 0.7 off for the nursery
        assertThat(rows[1][2]).isCloseTo(0.4 + 0.45 + 2.8 + 0.2 - 0.7, within(1e-6));
    }
}
