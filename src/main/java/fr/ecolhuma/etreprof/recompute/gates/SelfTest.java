package fr.ecolhuma.etreprof.recompute.gates;

import fr.ecolhuma.etreprof.classification.serving.Classification;
import fr.ecolhuma.etreprof.recommendation.list.ContentFilter;
import fr.ecolhuma.etreprof.recommendation.list.PersonalRequest;
import fr.ecolhuma.etreprof.recommendation.list.Recommendation;
import fr.ecolhuma.etreprof.recommendation.list.SegmentRecommender;
import fr.ecolhuma.etreprof.snapshot.model.Snapshot;
import fr.ecolhuma.etreprof.snapshot.model.TrainedModel;
import fr.ecolhuma.etreprof.snapshot.model.UserIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * Sends requests with known answers to a candidate in the form in which it would be served: the figure of each is 1
 * when the answer is right.
 */
final class SelfTest {

    private static final int ASKED = 20;
    private static final int LIMIT = 5;
    private static final String TEXT = "# Teaching mathematics\nStrategies for differentiated learning...";

    private final Snapshot candidate;
    private final List<GateFinding> findings = new ArrayList<>();

    private SelfTest(Snapshot candidate) {
        this.candidate = candidate;
    }

    static List<GateFinding> of(Snapshot candidate) {
        SelfTest test = new SelfTest(candidate);
        test.ask("self_test_classify", test::classifies);
        test.ask("self_test_segments", test::listsForSegments);
        test.ask("self_test_users", test::answersUsers);
        return test.findings;
    }

    private void ask(String gate, BooleanSupplier request) {
        boolean right;
        try {
            right = request.getAsBoolean();
        } catch (RuntimeException e) {
            right = false;
        }
        findings.add(GateFinding.atLeast(gate, right ? 1 : 0, 1));
    }

    private boolean classifies() {
        Classification answer = candidate.classifier().classify(TEXT);
        return answer.theme() != null && answer.theme().code().equals("mathematics");
    }

    /** An entry on every list, nothing unpublished, and a défi wherever there is one. */
    private boolean listsForSegments() {
        boolean priority = candidate.model().catalogue().stream().anyMatch(one -> one.published() && one.isPriority());
        for (SegmentRecommender segment : candidate.recommenders()) {
            List<Recommendation> list = segment.recommend(ContentFilter.ANY, LIMIT, content -> false);
            boolean whole = list.stream().allMatch(one -> one.item().published());
            boolean defi = list.stream().anyMatch(one -> one.item().isPriority());
            if (list.isEmpty() || !whole || defi != priority) {
                return false;
            }
        }
        return true;
    }

    /**
     * The stored segment of a user must be the one that the model finds for the user's counts, and a list must be
     * possible.
     */
    private boolean answersUsers() {
        TrainedModel model = candidate.model();
        UserIndex users = model.users();
        int step = Math.max(1, users.size() / ASKED);
        for (int row = 0; row < users.size(); row += step) {
            boolean same = model.segments().segmentOf(users.counts().row(row)) == users.segment(row);
            if (!same || users.rowOf(users.id(row)).orElse(-1) != row || !hasList(users, row)) {
                return false;
            }
        }
        return true;
    }

    private boolean hasList(UserIndex users, int row) {
        PersonalRequest request = new PersonalRequest(
                List.of(), users.segment(row), users.levels(row), ContentFilter.ANY, Set.of(), false, LIMIT);
        boolean any = candidate.model().catalogue().stream().anyMatch(one -> one.published());
        return candidate.personal().recommend(request).entries().isEmpty() != any;
    }
}
