package fr.ecolhuma.etreprof.docs;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ecolhuma.etreprof.docs.Chapter.Step;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every command that a document shows runs, and prints the answer that the document shows. */
class RunDocumentsTests {

    @BeforeAll
    static void requireTheCommands() {
        assertThat(Shell.missing())
                .as("commands that the documents need and this machine lacks; install them (apt-get install curl jq)")
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "docs/tour.md", "docs/operations.md"})
    void everyAnswerIsWhatTheCommandsPrint(String document) throws IOException, InterruptedException {
        List<Step> steps = Chapter.read(Path.of(document)).steps();
        assertThat(steps).isNotEmpty();
        SoftAssertions differences = new SoftAssertions();
        try (ScratchService service = ScratchService.start(document.replace('/', '-'))) {
            Shell shell = new Shell(service.home(), service.port());
            List<Optional<String>> printed =
                    shell.run(steps.stream().map(step -> step.commands().text()).toList());
            for (int i = 0; i < steps.size(); i++) {
                compare(document, steps.get(i), printed.get(i), shell.remains(i), differences);
            }
        }
        differences.assertAll();
    }

    private static void compare(
            String document, Step step, Optional<String> printed, String remains, SoftAssertions differences) {
        String where = "%s, line %d".formatted(document, step.commands().line());
        if (printed.isEmpty()) {
            differences.fail("%s: a command failed, or one before it; printed: %s", where, remains);
            return;
        }
        Answer.difference(step.expected(), printed.get(), step.isJson())
                .ifPresent(difference -> differences.fail(
                        "%s: %s%nexpected:%n%s%nprinted:%n%s", where, difference, step.expected(), printed.get()));
    }
}
