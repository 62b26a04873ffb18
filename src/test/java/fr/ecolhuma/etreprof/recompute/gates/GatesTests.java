package fr.ecolhuma.etreprof.recompute.gates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import fr.ecolhuma.etreprof.TestData;
import fr.ecolhuma.etreprof.classification.judging.ModelCard;
import fr.ecolhuma.etreprof.classification.serving.ContentClassifier;
import fr.ecolhuma.etreprof.domain.TaughtLevels;
import fr.ecolhuma.etreprof.recommendation.judging.RecommenderCard;
import fr.ecolhuma.etreprof.recommendation.list.LearntRecommender;
import fr.ecolhuma.etreprof.recommendation.list.SegmentRecommender;
import fr.ecolhuma.etreprof.recompute.TestModels;
import fr.ecolhuma.etreprof.segmentation.SegmentationQuality;
import fr.ecolhuma.etreprof.snapshot.model.Provenance;
import fr.ecolhuma.etreprof.snapshot.model.Snapshot;
import fr.ecolhuma.etreprof.snapshot.model.TrainedModel;
import fr.ecolhuma.etreprof.snapshot.model.UserIndex;
import fr.ecolhuma.etreprof.snapshot.model.UserIndexBuilder;
import fr.ecolhuma.etreprof.tables.CountMatrix;
import fr.ecolhuma.etreprof.tables.InteractionTable;
import fr.ecolhuma.etreprof.tables.RowAccount;
import fr.ecolhuma.etreprof.tables.RowAccounts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each gate lets the test model pass and refuses one that is made to fail it, with what it found and its limit. */
class GatesTests {

    private static final TrainedModel MODEL = TestData.model();
    private static final int SEGMENTS = 4;

    private static List<GateFinding> check(Snapshot candidate, @Nullable Snapshot live) {
        return new Gates(TestModels.LIMITS).check(candidate, 0, live, live, null);
    }

    private static List<String> refusals(Snapshot candidate, @Nullable Snapshot live) {
        return check(candidate, live).stream()
                .filter(GateFinding::refuses)
                .map(GateFinding::toString)
                .toList();
    }

    private static List<String> refusals(Snapshot candidate) {
        return refusals(candidate, TestData.snapshot());
    }

    private static Snapshot snapshot(TrainedModel model) {
        Snapshot good = TestData.snapshot();
        return new Snapshot(
                "20250710-0123456789ab",
                model,
                good.recommenders(),
                good.taxonomy(),
                good.personal(),
                good.population());
    }

    private static TrainedModel model(SegmentationQuality quality, UserIndex users, ContentClassifier classifier) {
        return new TrainedModel(
                MODEL.provenance(),
                MODEL.segments(),
                quality,
                MODEL.profiles(),
                users,
                users == MODEL.users()
                        ? MODEL.interactions()
                        : InteractionTable.of(new int[users.size() + 1], new int[0], new int[0], new long[0]),
                MODEL.catalogue(),
                MODEL.usage(),
                Optional.of(classifier),
                MODEL.recommender());
    }

    private static ContentClassifier classifier() {
        return TestData.snapshot().classifier();
    }

    private static Snapshot withQuality(double silhouette, Integer... sizes) {
        SegmentationQuality one = MODEL.quality();
        return snapshot(model(
                new SegmentationQuality(
                        one.inertia(), silhouette, one.daviesBouldin(), one.calinskiHarabasz(), List.of(sizes)),
                MODEL.users(),
                classifier()));
    }

    private static Snapshot withRows(RowAccounts rows) {
        Provenance one = MODEL.provenance();
        return snapshot(TestModels.with(
                new Provenance(one.codeVersion(), one.asOf(), one.inputs(), one.parameters(), rows, one.columns(), 0)));
    }

    private static RowAccount kept(long rows) {
        return new RowAccount("file.csv", rows, rows, new TreeMap<>());
    }

    @Test
    void theModelItselfPassesEveryGate() {
        assertThat(check(TestData.snapshot(), TestData.snapshot()))
                .allMatch(finding -> finding.verdict() == GateFinding.Verdict.PASSED)
                .extracting(GateFinding::gate)
                .contains(
                        "rows_users",
                        "rows_contents",
                        "rows_events",
                        "rejected_events",
                        "smallest_segment",
                        "silhouette",
                        "persona_match",
                        "classifier_loss",
                        "self_test_classify",
                        "self_test_segments",
                        "self_test_users");
    }

    /** The same classifier with a card that says so many contents were judged, at a macro-F1. */
    private static Snapshot withDefis(int contents, double macroF1) {
        ContentClassifier one = classifier();
        ModelCard card = one.card();
        ModelCard.Figures figures = card.defis();
        ModelCard.Figures judged = new ModelCard.Figures(
                contents,
                figures.accuracy(),
                macroF1,
                figures.ece(),
                figures.threshold(),
                figures.answered(),
                figures.precision(),
                figures.perLabel(),
                figures.confusion(),
                figures.reliability());
        ModelCard changed = new ModelCard(
                card.trainingSha256(),
                card.modelSha256(),
                card.sources(),
                card.themeCounts(),
                card.defiCounts(),
                card.themes(),
                judged,
                card.defiCalibration());
        return snapshot(model(
                MODEL.quality(),
                MODEL.users(),
                new ContentClassifier(one.themes(), one.defis(), one.school(), changed, one.learnt())));
    }

    @Test
    void classifiersAreComparedOnlyOnAsManyContents() {
        assertThat(refusals(withDefis(100, 0.74), withDefis(100, 0.80)))
                .containsExactly("classifier_loss: found 0.06, limit at most 0.05");
        assertThat(refusals(withDefis(100, 0.76), withDefis(100, 0.80))).isEmpty();
        assertThat(check(withDefis(101, 0.10), withDefis(100, 0.80)))
                .extracting(GateFinding::gate)
                .as("other contents are harder or easier")
                .doesNotContain("classifier_loss");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            499   | 1000 | 1000 | rows_users: found 0.499, limit at least 0.5
            4001  | 1000 | 1000 | rows_users: found 4.001, limit at most 4
            1000  | 0    | 1000 | rows_contents: found 0, limit at least 0.5
            1000  | 1000 | 100  | rows_events: found 0.1, limit at least 0.5
            """)
    void rowsFarFromTheLastRunsAreRefused(long users, long contents, long events, String refusal) {
        Snapshot before = withRows(new RowAccounts(kept(1_000), kept(1_000), kept(1_000)));
        Snapshot after = withRows(new RowAccounts(kept(users), kept(contents), kept(events)));
        assertThat(refusals(after, before)).containsExactly(refusal);
        assertThat(refusals(after, null)).as("with nothing to compare").isEmpty();
    }

    @Test
    void moreThanHalfOfTheEventsRejectedIsRefused() {
        SortedMap<String, RowAccount.Rejection> rejected = new TreeMap<>();
        rejected.put("bad_date", new RowAccount.Rejection(300, List.of(2L)));
        rejected.put("duplicate", new RowAccount.Rejection(210, List.of(3L)));
        rejected.put("unknown_user", new RowAccount.Rejection(400, List.of(4L)));
        RowAccount events = new RowAccount("events.csv", 1_000, 90, rejected);
        assertThat(refusals(withRows(new RowAccounts(kept(1), kept(1), events)), null))
                .as("users who are not known are no fault of the export")
                .containsExactly("rejected_events: found 0.51, limit at most 0.5");
    }

    @Test
    void anEmptyOrTinySegmentIsRefused() {
        assertThat(refusals(withQuality(0.5, 34, 0, 20, 6)))
                .containsExactly("smallest_segment: found 0, limit at least 0.002");
        Gates strict = new Gates(
                new GateSettings(0.5, 4, 0.5, 0.01, 0.2, 0.5, 0.3, 45, 2, 0.05, 0.05, 3, 0.1, 0.25, 0.9, 0.05));
        assertThat(strict.check(withQuality(0.5, 34, 2, 18, 6), 0, null, null, null).stream()
                        .filter(GateFinding::refuses)
                        .map(GateFinding::toString))
                .as("2 of 60")
                .containsExactly("smallest_segment: found 0.0333, limit at least 0.05");
    }

    @Test
    void segmentsThatAreNoneAreRefused() {
        assertThat(refusals(withQuality(0.04, 18, 10, 6, 26)))
                .containsExactly("silhouette: found 0.04, limit at least 0.05");
        assertThat(refusals(withQuality(Double.NaN, 18, 10, 6, 26)))
                .containsExactly("silhouette: found no number, limit at least 0.05");
    }

    @ParameterizedTest
    @CsvSource({"0, PASSED", "1, WATCH", "3, WATCH", "4, REFUSED"})
    void doubtfulMatchesAreWatchedAndThenRefused(int weak, GateFinding.Verdict verdict) {
        List<GateFinding> match = new Gates(TestModels.LIMITS)
                .check(TestData.snapshot(), weak, null, null, null).stream()
                        .filter(finding -> finding.gate().equals("persona_match"))
                        .toList();
        assertThat(match).singleElement().satisfies(finding -> {
            assertThat(finding.verdict()).isEqualTo(verdict);
            assertThat(finding).hasToString("persona_match: found %d, limit at most 3".formatted(weak));
        });
    }

    /** A thousand users whose counts of the first feature are of a given kind, and of the others 0. */
    private static Snapshot platform(IntUnaryOperator first) {
        List<String> columns = MODEL.users().counts().columns();
        UserIndexBuilder users = new UserIndexBuilder(columns);
        for (int id = 0; id < Gates.ENOUGH_USERS; id++) {
            int[] counts = new int[columns.size()];
            counts[0] = first.applyAsInt(id);
            users.add(id + 1, MODEL.segments().segmentOf(counts), 0, TaughtLevels.NONE, null, null, counts);
        }
        return snapshot(model(MODEL.quality(), users.build(), classifier()));
    }

    /** Half of the users at 0 and half at 1, against a share at 1: (p − q) ln(p / q), twice. */
    @ParameterizedTest
    @CsvSource({"500, 0, PASSED", "620, 0.0587, PASSED", "670, 0.1204, WATCH", "740, 0.251, REFUSED"})
    void aFeatureThatDriftsIsWatchedAndThenRefused(int ones, double index, GateFinding.Verdict verdict) {
        Snapshot before = platform(id -> id < 500 ? 1 : 0);
        Snapshot after = platform(id -> id < ones ? 1 : 0);
        List<GateFinding> drift = check(after, before).stream()
                .filter(finding -> finding.gate().startsWith("drift_"))
                .toList();
        CountMatrix counts = MODEL.users().counts();
        assertThat(drift).as("each feature has a gate").hasSize(counts.columns().size());
        GateFinding moved = drift.stream()
                .filter(finding ->
                        finding.gate().equals("drift_" + counts.columns().getFirst()))
                .findFirst()
                .orElseThrow();
        assertThat(moved.verdict()).isEqualTo(verdict);
        assertThat(moved.found()).isEqualTo(index, within(0.001));
        assertThat(moved.limit()).isEqualTo("at most 0.25");
        assertThat(drift).filteredOn(finding -> finding != moved).allMatch(finding -> finding.found() == 0);
    }

    private static Snapshot judged(int users, double hybrid, double popular) {
        LearntRecommender learnt = MODEL.recommender();
        SortedMap<String, SortedMap<String, Double>> figures = new TreeMap<>();
        figures.put("hybrid", new TreeMap<>(Map.of("ndcg@100", hybrid)));
        figures.put("popular", new TreeMap<>(Map.of("ndcg@100", popular)));
        RecommenderCard card =
                new RecommenderCard(1, new TreeMap<>(), users, figures, new TreeMap<>(), new TreeMap<>());
        return snapshot(new TrainedModel(
                MODEL.provenance(),
                MODEL.segments(),
                MODEL.quality(),
                MODEL.profiles(),
                MODEL.users(),
                MODEL.interactions(),
                MODEL.catalogue(),
                MODEL.usage(),
                MODEL.classifier(),
                new LearntRecommender(learnt.weights(), learnt.similar(), learnt.serving(), card)));
    }

    @Test
    void listsWorseThanPopularityAreRefused() {
        assertThat(refusals(judged(100, 0.2, 0.25))).containsExactly("recommender: found 0.8, limit at least 0.9");
        assertThat(refusals(judged(100, 0.24, 0.25))).isEmpty();
        assertThat(refusals(judged(99, 0.2, 0.25))).as("too few were judged").isEmpty();
    }

    private static ContentClassifier classifierOf(double macroF1) {
        ModelCard card = classifier().card();
        ModelCard.Figures one = card.defis();
        ModelCard.Figures figures = new ModelCard.Figures(
                one.contents(),
                one.accuracy(),
                macroF1,
                one.ece(),
                one.threshold(),
                one.answered(),
                one.precision(),
                one.perLabel(),
                one.confusion(),
                one.reliability());
        ContentClassifier classifier = mock(ContentClassifier.class, call -> call.callRealMethod());
        ModelCard told = new ModelCard(
                card.trainingSha256(),
                card.modelSha256(),
                card.sources(),
                card.themeCounts(),
                card.defiCounts(),
                card.themes(),
                figures,
                card.defiCalibration());
        when(classifier.card()).thenReturn(told);
        return classifier;
    }

    private static Snapshot withClassifier(ContentClassifier classifier) {
        return snapshot(model(MODEL.quality(), MODEL.users(), classifier));
    }

    @Test
    void aClassifierWorseThanTheLiveOneIsRefused() {
        Snapshot live = withClassifier(classifierOf(0.875));
        assertThat(refusals(withClassifier(classifierOf(0.75)), live))
                .contains("classifier_loss: found 0.125, limit at most 0.05");
        assertThat(refusals(withClassifier(classifierOf(0.85)), live)).noneMatch(one -> one.startsWith("classifier"));
        assertThat(check(withClassifier(classifierOf(0.9)), live))
                .anySatisfy(one -> assertThat(one).hasToString("classifier_loss: found 0, limit at most 0.05"));
    }

    @Test
    void aWrongAnswerToAKnownRequestIsRefused() {
        assertThat(refusals(withClassifier(mock(ContentClassifier.class)), null))
                .containsExactly("self_test_classify: found 0, limit at least 1");
        assertThat(refusals(snapshot(model(MODEL.quality(), confused(), classifier())), null))
                .containsExactly("self_test_users: found 0, limit at least 1");
        Snapshot good = TestData.snapshot();
        List<SegmentRecommender> silent = new ArrayList<>(good.recommenders());
        silent.set(2, mock(SegmentRecommender.class));
        assertThat(refusals(
                        new Snapshot(
                                good.version(), MODEL, silent, good.taxonomy(), good.personal(), good.population()),
                        null))
                .as("a segment without a list")
                .containsExactly("self_test_segments: found 0, limit at least 1");
    }

    /** Everyone in the segment after the own one. */
    private static UserIndex confused() {
        UserIndex users = MODEL.users();
        UserIndexBuilder wrong = new UserIndexBuilder(users.counts().columns());
        for (int row = 0; row < users.size(); row++) {
            int segment = (users.segment(row) + 1) % SEGMENTS;
            int[] counts = users.counts().row(row);
            wrong.add(users.id(row), segment, users.degre(row), users.levels(row), null, null, counts);
        }
        return wrong.build();
    }
}
