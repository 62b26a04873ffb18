package fr.ecolhuma.etreprof.api.user;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ecolhuma.etreprof.api.Calls;
import fr.ecolhuma.etreprof.docs.ScratchService;
import fr.ecolhuma.etreprof.segmentation.explain.MoveExplanation.Cause;
import fr.ecolhuma.etreprof.segmentation.explain.MoveExplanation.CountChange;
import fr.ecolhuma.etreprof.segmentation.model.SegmentModel;
import fr.ecolhuma.etreprof.snapshot.past.PastModels;
import fr.ecolhuma.etreprof.snapshot.past.SegmentMoves;
import fr.ecolhuma.etreprof.snapshot.past.SegmentMoves.Case;
import fr.ecolhuma.etreprof.snapshot.past.SegmentedUsers;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The dry run that docs/operations.md shows, its promotion, and the profile of every user who moved. */
class DemoMovesTests {

    private static final int SHOWN = 20;

    @Test
    void theDryRunAndTheProfileSayTheSameOfEveryMove() throws IOException {
        try (ScratchService service = ScratchService.start("demo-moves")) {
            Calls calls = new Calls("localhost", service.port());
            JsonNode dry = post(calls, "/clusters/recompute?dry_run=true&as_of=2025-06-10");
            String candidate = dry.get("candidate_version").stringValue();
            String live = post(calls, "/models/" + candidate + "/promote")
                    .get("previous_model_version")
                    .stringValue();
            PastModels past = service.context().getBean(PastModels.class);
            SegmentedUsers before = users(past, live);
            SegmentedUsers after = users(past, candidate);
            List<Case> cases = SegmentMoves.between(before, after).strongest(Integer.MAX_VALUE);

            assertThat(cases).hasSize(dry.get("moved_users").intValue()).hasSizeGreaterThan(SHOWN);
            assertThat(dry.at("/difference/strongest").valueStream().map(DemoMovesTests::moveOf))
                    .containsExactlyElementsOf(cases.subList(0, SHOWN).stream()
                            .map(DemoMovesTests::moveOf)
                            .toList());
            for (Case one : cases) {
                assertThat(profile(calls, one.userId())).isEqualTo(moveOf(one));
                assertTrue(one, before, after);
            }
        }
    }

    private static JsonNode post(Calls calls, String path) {
        Calls.Answer answer = calls.send("POST", path);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private static SegmentedUsers users(PastModels past, String version) {
        return new SegmentedUsers(version, past.get(version).segments(), past.countedUsers(version));
    }

    /** One line that is the same wherever the move is told. */
    private static String moveOf(Case one) {
        return line(
                one.userId(),
                one.from(),
                one.to(),
                one.cause().code(),
                one.because().stream()
                        .map(change -> change.feature() + " " + change.before() + " " + change.after())
                        .toList());
    }

    private static String moveOf(JsonNode one) {
        return line(
                one.get("user_id").longValue(),
                one.get("from").intValue(),
                one.get("to").intValue(),
                one.get("cause").stringValue(),
                changes(one.get("because"), "before", "after"));
    }

    private static String profile(Calls calls, long user) {
        JsonNode history = calls.get("/user/" + user + "/profile").json().at("/data/history");
        assertThat(history).hasSize(2);
        JsonNode moved = history.get(1).get("moved");
        return line(
                user,
                moved.get("from").intValue(),
                history.get(1).get("cluster_id").intValue(),
                moved.get("cause").stringValue(),
                changes(moved.get("because"), "from", "to"));
    }

    private static List<String> changes(JsonNode because, String before, String after) {
        return because.valueStream()
                .map(change -> change.get("feature").stringValue() + " " + change.get(before) + " " + change.get(after))
                .toList();
    }

    private static String line(long user, int from, int to, String cause, List<String> because) {
        return "user %d from %d to %d by %s: %s".formatted(user, from, to, cause, because);
    }

    /** By the effect 2 (z' − z) (n − f) of each changed count, and by asking the later model about the earlier counts. */
    private static void assertTrue(Case one, SegmentedUsers before, SegmentedUsers after) {
        SegmentModel judge = after.segments();
        int[] earlier = counts(before, one.userId());
        int[] later = counts(after, one.userId());
        assertThat(one.cause()).isEqualTo(judge.segmentOf(earlier) == one.to() ? Cause.MODEL : Cause.COUNTS);
        double[] z = judge.scaler().transform(earlier);
        double[] moved = judge.scaler().transform(later);
        double[] effects = IntStream.range(0, z.length)
                .mapToDouble(j -> 2 * (moved[j] - z[j]) * (judge.centroid(one.to())[j] - judge.centroid(one.from())[j]))
                .toArray();
        List<CountChange> expected = IntStream.range(0, z.length)
                .filter(j -> one.cause() == Cause.COUNTS && earlier[j] != later[j] && effects[j] > 0)
                .boxed()
                .sorted(Comparator.comparingDouble(j -> -effects[j]))
                .limit(3)
                .map(j -> new CountChange(judge.columns().get(j), earlier[j], later[j]))
                .toList();
        assertThat(one.because()).isEqualTo(expected);
        assertThat(one.because().isEmpty()).isEqualTo(one.cause() == Cause.MODEL);
    }

    private static int[] counts(SegmentedUsers users, long id) {
        return users.users().counts().row(users.users().rowOf(id).orElseThrow());
    }
}
