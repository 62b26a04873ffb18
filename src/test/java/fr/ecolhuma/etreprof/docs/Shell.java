package fr.ecolhuma.etreprof.docs;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.ecolhuma.etreprof.EtreprofApplication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Runs the commands of a document in one bash, so that variables and files of one block are there for the next.
 *
 * <p>Each block writes to files of its own, {@code 01.out} and {@code 01.err}, and leaves {@code 01.done}. The first
 * command that fails ends the run. {@code java -jar target/etreprof-ml-api.jar} runs the classes under test.
 */
final class Shell {

    private static final String ADDRESS = "localhost:8000";
    private static final List<String> NEEDED = List.of("bash", "curl", "jq");
    private static final long MINUTES = 5;
    private static final String START = """
            set -euo pipefail
            java() {
              local options=()
              while [ "$1" != -jar ]; do options+=("$1"); shift; done
              shift 2
              "$RUN_JAVA" --enable-native-access=ALL-UNNAMED "${options[@]}" -cp "$RUN_CLASSES" "$RUN_MAIN" "$@"
            }
            """;

    private final Path home;
    private final int port;

    /**
     * A shell.
     *
     * @param home the folder that commands run in
     * @param port where the service answers instead of at port 8000
     */
    Shell(Path home, int port) {
        this.home = home;
        this.port = port;
    }

    /** The commands that the documents need and this machine lacks. */
    static List<String> missing() {
        return NEEDED.stream().filter(command -> !isThere(command)).toList();
    }

    private static boolean isThere(String command) {
        for (String folder : System.getenv("PATH").split(":")) {
            if (Files.isExecutable(Path.of(folder, command))) {
                return true;
            }
        }
        return false;
    }

    /** What each block prints; empty from the first one on that is not reached to its end. */
    List<Optional<String>> run(List<String> blocks) throws IOException, InterruptedException {
        StringBuilder script = new StringBuilder(START);
        for (int i = 0; i < blocks.size(); i++) {
            script.append("{\n%s} > %s 2> %s\n: > %s\n"
                    .formatted(
                            blocks.get(i).replace(ADDRESS, "localhost:" + port),
                            name(i, "out"),
                            name(i, "err"),
                            name(i, "done")));
        }
        Path file = home.resolve("commands.sh");
        Files.writeString(file, script);
        start(file);
        List<Optional<String>> printed = new ArrayList<>();
        for (int i = 0; i < blocks.size(); i++) {
            boolean done = Files.exists(home.resolve(name(i, "done")));
            printed.add(done ? Optional.of(read(i, "out")) : Optional.empty());
        }
        return printed;
    }

    /** What a block that was not reached to its end has printed, errors too. */
    String remains(int block) throws IOException {
        return read(block, "out") + read(block, "err");
    }

    private void start(Path script) throws IOException, InterruptedException {
        ProcessBuilder bash = new ProcessBuilder("bash", script.toString())
                .directory(home.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("bash.log").toFile());
        bash.environment().put("LC_ALL", "C.UTF-8");
        bash.environment()
                .put(
                        "RUN_JAVA",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString());
        bash.environment().put("RUN_CLASSES", System.getProperty("java.class.path"));
        bash.environment().put("RUN_MAIN", EtreprofApplication.class.getName());
        Process process = bash.start();
        if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
        }
    }

    private String read(int block, String kind) throws IOException {
        Path file = home.resolve(name(block, kind));
        return Files.exists(file) ? Files.readString(file, UTF_8) : "";
    }

    private static String name(int block, String kind) {
        return "%02d.%s".formatted(block + 1, kind);
    }
}
