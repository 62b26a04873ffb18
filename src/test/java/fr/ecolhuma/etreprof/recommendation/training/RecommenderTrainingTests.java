package fr.ecolhuma.etreprof.recommendation.training;

import static fr.ecolhuma.etreprof.recommendation.SmallPlatform.item;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.ecolhuma.etreprof.TestData;
import fr.ecolhuma.etreprof.classification.embedding.Embedder;
import fr.ecolhuma.etreprof.classification.linear.SparseVector;
import fr.ecolhuma.etreprof.classification.linear.TermReader;
import fr.ecolhuma.etreprof.classification.serving.ContentClassifier;
import fr.ecolhuma.etreprof.domain.CatalogueItem;
import fr.ecolhuma.etreprof.domain.TaughtLevels;
import fr.ecolhuma.etreprof.recommendation.item.ItemWeights;
import fr.ecolhuma.etreprof.recommendation.item.SimilarContents;
import fr.ecolhuma.etreprof.recommendation.judging.RecommenderCard;
import fr.ecolhuma.etreprof.recommendation.list.LearntRecommender;
import fr.ecolhuma.etreprof.recommendation.list.ServingWeights;
import fr.ecolhuma.etreprof.recommendation.usage.Audience;
import fr.ecolhuma.etreprof.tables.InteractionTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RecommenderTrainingTests {

    private static final ContentClassifier CLASSIFIER =
            TestData.model().classifier().orElseThrow();
    private static final TermReader READER = TermReader.shipped(Embedder.none());

    /** Users of even rows are of segment 0 and teach in a collège, the others of segment 1 and nobody knows. */
    private static final Audience AUDIENCE = new Audience() {
        @Override
        public int segments() {
            return 2;
        }

        @Override
        public int segment(int user) {
            return user % 2;
        }

        @Override
        public TaughtLevels levels(int user) {
            return user % 2 == 0 ? TaughtLevels.ofLabels(List.of("6e")) : TaughtLevels.NONE;
        }
    };

    private static LearntRecommender train(InteractionTable table, int contents, int threads) {
        return train(table, contents, 0, threads);
    }

    /** The first contents are for the nursery, the others for all. */
    private static LearntRecommender train(InteractionTable table, int contents, int nursery, int threads) {
        List<CatalogueItem> catalogue = new ArrayList<>();
        List<SparseVector> texts = new ArrayList<>();
        for (int i = 0; i < contents; i++) {
            List<String> levels = i < nursery ? List.of("PS") : List.of();
            catalogue.add(item("article", i, i % 3, List.of(), levels, true));
            String title = i % 2 == 0 ? "# Les fractions en mathématiques" : "# Le stress des élèves";
            texts.add(CLASSIFIER.themed(READER.read(title)).terms());
        }
        return RecommenderTraining.train(
                new RecommenderTraining.Input(table, AUDIENCE, catalogue, texts, 1_000), threads);
    }

    /** One row a user, the contents used in an order that has nothing to do with their numbers. */
    private static InteractionTable table(int[]... users) {
        int[] starts = new int[users.length + 1];
        for (int user = 0; user < users.length; user++) {
            starts[user + 1] = starts[user] + users[user].length;
        }
        int[] contents = Arrays.stream(users).flatMapToInt(Arrays::stream).toArray();
        int[] uses = new int[contents.length];
        Arrays.fill(uses, 1);
        long[] seconds = new long[contents.length];
        Arrays.setAll(seconds, i -> i * 7919L % 1009);
        return InteractionTable.of(starts, contents, uses, seconds);
    }

    private static InteractionTable random(int users, int contents) {
        Random random = new Random(3);
        int[][] rows = new int[users][];
        for (int user = 0; user < users; user++) {
            int taste = user % 2;
            rows[user] = random.ints(8, 0, contents / 2)
                    .map(i -> 2 * i + taste)
                    .distinct()
                    .sorted()
                    .toArray();
        }
        return table(rows);
    }

    @Test
    void nothingUsedGivesNoWeightsAndNoCard() {
        LearntRecommender learnt = train(table(new int[0]), 2, 1);
        assertThat(learnt.weights().weight(0, 1)).isZero();
        assertThat(learnt.card().figures()).isEmpty();
        assertThat(learnt.card().users()).isZero();
        assertThat(learnt.card().rungs()).containsEntry("segment", 1.0).containsEntry("history", 0.0);
        assertThat(learnt.serving()).isEqualTo(ServingWeights.PLAIN);
    }

    @Test
    void oneUserOfOneContentIsNoTrouble() {
        LearntRecommender learnt = train(table(new int[] {0}), 1, 1);
        assertThat(learnt.contents()).isEqualTo(1);
        assertThat(learnt.similar().size(0)).isZero();
        assertThat(learnt.card().rungs()).containsEntry("history", 1.0);
    }

    @Test
    void everyUseOfOneContentIsNoTrouble() {
        LearntRecommender learnt = train(table(new int[] {1}, new int[] {1}, new int[] {1}), 4, 2);
        assertThat(learnt.weights().weight(1, 0)).isZero();
        assertThat(learnt.card().figures()).isEmpty();
        LearntRecommender pair = train(table(new int[] {0, 1}, new int[] {0, 1}, new int[] {0, 1}), 2, 2);
        assertThat(pair.weights().weight(0, 1)).isPositive();
        assertThat(pair.card().figures()).containsOnlyKeys("ease", "hybrid", "itemknn", "popular");
    }

    /** The only user went through all contents in their order, each 90 times. */
    @Test
    void aRobotCountsWithItsLatestContentsOnceEach() {
        int[] contents = IntStream.range(0, 510).toArray();
        int[] uses = Arrays.stream(contents).map(content -> 90).toArray();
        long[] seconds = Arrays.stream(contents).asLongStream().toArray();

        ItemWeights weights = train(InteractionTable.of(new int[] {0, 510}, contents, uses, seconds), 510, 2)
                .weights();

        // the latest 500 are 10 to 509; of n contents that one user used, a weight is 1 / (λ + n - 1)
        assertThat(weights.lambda()).isEqualTo(200);
        assertThat(weights.weight(10, 509)).isCloseTo(1 / 699f, within(1e-7f));
        assertThat(weights.weight(9, 10)).isZero();
        assertThat(weights.weight(0, 1)).isZero();
    }

    @Test
    void theNumberOfThreadsChangesNothing() {
        InteractionTable table = random(400, 40);
        assertThat(train(table, 40, 1)).usingRecursiveComparison().isEqualTo(train(table, 40, 2));
    }

    @Test
    void twoTastesAreToldApart() {
        LearntRecommender learnt = train(random(400, 40), 40, 2);
        RecommenderCard card = learnt.card();
        assertThat(card.users()).isEqualTo(200);
        double popular = figure(card, "popular");
        assertThat(figure(card, "ease")).isGreaterThan(1.2 * popular);
        assertThat(figure(card, "hybrid")).isGreaterThan(1.2 * popular);
        assertThat(card.segments()).containsOnlyKeys("0", "1");
        assertThat(card.segments().get("0").get("users")
                        + card.segments().get("1").get("users"))
                .isEqualTo(200);
        assertThat(card.rungs().values().stream().mapToDouble(share -> share).sum())
                .isCloseTo(1, within(1e-12));
        assertThat(card.weights()).containsOnlyKeys("history", "content", "segment", "freshness", "level");
    }

    /** Half of the users use contents of a level that they do not teach, which their lists leave to the end. */
    @Test
    void whatLevelsCostKeepsNoPartOut() {
        InteractionTable table = random(400, 40);
        assertThat(train(table, 40, 1).serving()).isNotEqualTo(alone(train(table, 40, 1)));
        LearntRecommender learnt = train(table, 40, 8, 1);
        assertThat(figure(learnt.card(), "hybrid")).isLessThan(figure(learnt.card(), "ease"));
        assertThat(learnt.serving()).isNotEqualTo(alone(learnt));
    }

    private static ServingWeights alone(LearntRecommender learnt) {
        return new ServingWeights(learnt.serving().history(), 0, 0, 0, 0);
    }

    private static double figure(RecommenderCard card, String model) {
        return card.figures().getOrDefault(model, card.rungs().headMap("")).getOrDefault("recall@10", 0.0);
    }

    @Test
    void likeTextsAreNeighbours() {
        SimilarContents similar = train(table(new int[0]), 6, 1).similar();
        // contents 0, 2 and 4 have one text, and no two of them one theme: 0.7 + 0.03 for the type
        assertThat(similar.neighbour(0, 0)).isEqualTo(2);
        assertThat(similar.similarity(0, 0)).isCloseTo(0.73f, within(1e-5f));
        assertThat(similar.neighbour(0, 1)).isEqualTo(4);
        // content 3 has another text and the same theme: 0.12 + 0.03
        assertThat(similar.neighbour(0, 2)).isEqualTo(3);
        assertThat(similar.similarity(0, 2)).isCloseTo(0.15f, within(1e-5f));
        assertThat(similar.size(0)).isEqualTo(5);
    }
}
