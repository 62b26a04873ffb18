package fr.ecolhuma.etreprof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandsTests {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String arguments) {
        return Commands.run(new PrintWriter(out), new PrintWriter(err), arguments.split(" "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--help",
                "-h",
                "serve --help",
                "recompute --help",
                "recompute -h",
                "demo-data --help",
                "evaluate-classifier --help",
                "classify --help"
            })
    void everyCommandTellsItsUsage(String arguments) {
        assertThat(run(arguments)).isZero();
        assertThat(out.toString()).startsWith("Usage: etreprof-ml-api");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void theHelpListsTheCommandsAndTheirOptions() {
        run("--help");
        assertThat(out.toString()).contains("serve ", "demo-data ", "recompute ");
        run("recompute --help");
        assertThat(out.toString())
                .contains("--users=F", "--contents=F", "--interactions=F", "--topics=F", "--as-of=DATE", "--dry-run");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--version", "-V"})
    void theVersionIsTold(String arguments) {
        assertThat(run(arguments)).isZero();
        assertThat(out.toString()).isEqualToIgnoringNewLines("development");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "recompute --nonsense",
                "recompute --users a.csv",
                "recompute --users a.csv --contents b.csv",
                "recompute --topics t.csv",
                "recompute --as-of yesterday",
                "recompute --as-of",
                "recompute a.csv"
            })
    void badUsageIsToldOnStandardError(String arguments) {
        assertThat(run(arguments)).isEqualTo(2);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).contains("Usage: etreprof-ml-api").doesNotContain("\tat ");
    }

    @Test
    void anUnknownCommandIsToldOnStandardError() {
        assertThat(run("nonsense")).isEqualTo(2);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).startsWith("Unmatched argument at index 0: 'nonsense'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "serve", "serve --server.port=1", "--server.port=1", "--debug"})
    void theServiceIsWhatIsAskedForWithoutAnotherCommand(String arguments) {
        assertThat(Commands.asksForService(arguments.isEmpty() ? new String[0] : arguments.split(" ")))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "-h", "--version", "-V", "serve --help", "serve -h", "recompute", "nonsense"})
    void helpAndOtherCommandsAreNotTheService(String arguments) {
        assertThat(Commands.asksForService(arguments.split(" "))).isFalse();
    }
}
