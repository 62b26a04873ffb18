package fr.ecolhuma.etreprof;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The order of the rooms inside each module: a room sees only those that stand before it, and rooms of one step never see
 * one another.
 */
class RoomTests {

    private static final String ROOT = MainClasses.ROOT;

    private static final JavaClasses ALL = MainClasses.all();

    @Test
    void ingestionGoesFromCellsToRows() {
        ordered(
                "ingestion",
                List.of(
                        Set.of("cell"),
                        Set.of("file"),
                        Set.of("engine", "remote"),
                        Set.of("database", "google", "row"),
                        Set.of("bucket", "warehouse"),
                        Set.of("source")));
    }

    @Test
    void featuresAreCountedAndThenGivenOut() {
        ordered("features", List.of(Set.of("engine"), Set.of("bigquery", "count", "duckdb", "folder"), Set.of("")));
    }

    @Test
    void classificationGoesFromTextsToFiles() {
        ordered(
                "classification",
                List.of(
                        Set.of("embedding", "language"),
                        Set.of("text", "word"),
                        Set.of("document", "linear"),
                        Set.of("judging"),
                        Set.of("serving"),
                        Set.of("batch", "training"),
                        Set.of("files"),
                        Set.of("evaluation")));
    }

    @Test
    void segmentationGoesFromTheModelToItsExplanation() {
        ordered(
                "segmentation",
                List.of(Set.of("model"), Set.of("cluster", "persona"), Set.of(""), Set.of("explain", "profile")));
    }

    @Test
    void recommendationGoesFromUsesToLists() {
        ordered(
                "recommendation",
                List.of(
                        Set.of("usage"),
                        Set.of("item"),
                        Set.of("judging", "reason"),
                        Set.of("evaluation", "list"),
                        Set.of("training")));
    }

    @Test
    void theSnapshotGoesFromTheDiskToThePast() {
        ordered(
                "snapshot",
                List.of(Set.of("disk"), Set.of("model"), Set.of("erasure", "files", "live"), Set.of("past")));
    }

    @Test
    void theRecomputeGoesFromStagesToJobs() {
        ordered(
                "recompute",
                List.of(
                        Set.of("gates", "stages"),
                        Set.of("live"),
                        Set.of("run"),
                        Set.of("jobs"),
                        Set.of("webhook"),
                        Set.of("")));
    }

    @Test
    void theApiGoesFromRequestsToEndpoints() {
        ordered(
                "api",
                List.of(
                        Set.of("request", "edge.pace"),
                        Set.of("edge.form"),
                        Set.of("heavy", "served"),
                        Set.of("edge.keys", "problem"),
                        Set.of("edge.access"),
                        Set.of("edge.fast", "edge.headers", "edge.watch"),
                        Set.of(
                                "classify",
                                "clusters",
                                "docs",
                                "exports",
                                "lists",
                                "metrics",
                                "models",
                                "ops",
                                "recompute"),
                        // the profile shows the user's list
                        Set.of("user")));
    }

    @Test
    void theDemoGoesFromChanceToEvents() {
        ordered(
                "demo",
                List.of(
                        Set.of("chance"),
                        Set.of("school"),
                        Set.of("catalogue"),
                        Set.of("people"),
                        Set.of("events"),
                        Set.of("")));
    }

    @Test
    void commandsPrintThroughOneRoom() {
        ordered("cli", List.of(Set.of("print"), Set.of("")));
    }

    @Test
    void noRoomsFormACircle() {
        slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(ALL);
    }

    private static void ordered(String module, List<Set<String>> steps) {
        assertThat(steps.stream().flatMap(Set::stream).collect(Collectors.toSet()))
                .as("the rooms of %s that have an order", module)
                .isEqualTo(roomsOf(module));
        for (int i = 0; i < steps.size(); i++) {
            for (String room : steps.get(i)) {
                noClasses()
                        .that()
                        .resideInAPackage(packageOf(module, room))
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(later(module, room, i, steps))
                        .check(ALL);
            }
        }
    }

    private static String[] later(String module, String room, int step, List<Set<String>> steps) {
        return steps.subList(step, steps.size()).stream()
                .flatMap(Set::stream)
                .filter(other -> !other.equals(room))
                .map(other -> packageOf(module, other))
                .toArray(String[]::new);
    }

    private static String packageOf(String module, String room) {
        return ROOT + "." + module + (room.isEmpty() ? "" : "." + room);
    }

    private static Set<String> roomsOf(String module) {
        String prefix = ROOT + "." + module;
        return ALL.stream()
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .map(JavaClass::getPackageName)
                .filter(name -> name.equals(prefix) || name.startsWith(prefix + "."))
                .map(name -> name.equals(prefix) ? "" : name.substring(prefix.length() + 1))
                .collect(Collectors.toSet());
    }
}
