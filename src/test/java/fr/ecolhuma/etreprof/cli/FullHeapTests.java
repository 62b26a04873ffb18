package fr.ecolhuma.etreprof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ecolhuma.etreprof.EtreprofApplication;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A command whose data do not fit the memory of Java. */
@Timeout(120)
class FullHeapTests {

    @TempDir
    Path folder;

    /** The demo takes about ten times as much. */
    @Test
    void theMessageSaysHowMuchThereWasAndWhatToDo() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx24m",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-Detreprof.models-dir=" + folder.resolve("models"),
                        EtreprofApplication.class.getName(),
                        "recompute")
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).isEqualTo(1);
        assertThat(output)
                .contains("error: not enough memory: Java's heap of 24 MB is full; give it more, such as java -Xmx48m")
                .doesNotContain("\tat ");
    }
}
