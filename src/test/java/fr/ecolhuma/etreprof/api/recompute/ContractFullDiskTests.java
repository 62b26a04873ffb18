package fr.ecolhuma.etreprof.api.recompute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.ecolhuma.etreprof.api.Calls;
import fr.ecolhuma.etreprof.api.Calls.Answer;
import fr.ecolhuma.etreprof.api.RunningService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** A temporary disk that is full: the exports are not blamed for it, and the live model serves on. */
@Timeout(120)
class ContractFullDiskTests extends RunningService {

    private static final String TEMPORARY = "java.io.tmpdir";

    private final String usual = System.getProperty(TEMPORARY);

    @TempDir
    Path disk;

    private boolean mounted;

    @AfterEach
    void unmount() throws Exception {
        System.setProperty(TEMPORARY, usual);
        if (mounted) {
            run("umount", disk.toString());
        }
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).inheritIO().start().waitFor() == 0;
    }

    /** Where the machine lets the test have a disk of its own. */
    private void useDisk(int kibibytes) throws IOException, InterruptedException {
        mounted = Files.isExecutable(Path.of("/bin/mount"))
                && run("mount", "-t", "tmpfs", "-o", "size=" + kibibytes + "k", "t", disk.toString());
        assumeTrue(mounted, "a disk can be mounted");
        System.setProperty(TEMPORARY, disk.toString());
    }

    private String live() {
        return calls().get("/").json().get("model_version").stringValue();
    }

    /** From a disk that takes no folder to one that takes the events, but not the engine's tables. */
    @ParameterizedTest
    @ValueSource(ints = {4, 8, 16, 32, 64, 128, 256, 512, 1024})
    void aFullTemporaryDiskIsNoFaultOfTheExports(int kibibytes) throws Exception {
        String before = live();
        useDisk(kibibytes);
        Answer answer = calls().send("POST", "/clusters/recompute?dry_run=true");
        if (answer.status() != 200) {
            JsonNode problem = Calls.problem(answer, 507);
            assertThat(problem.get("code").stringValue()).isEqualTo("disk-full");
            assertThat(problem.get("detail").stringValue())
                    .endsWith(
                            "the temporary disk is full; free some space on it, or give the service a larger one, and try again");
        }
        assertThat(live()).isEqualTo(before);
        try (var left = Files.list(disk)) {
            assertThat(left).as("remains").isEmpty();
        }
    }

    @Test
    void oneThatIsAlmostFullIsSeenOverHttp() throws Exception {
        useDisk(8);
        Calls.problem(calls().send("POST", "/clusters/recompute"), 507);
        JsonNode last = calls().get("/clusters/recompute/last").json().get("last");
        assertThat(last.get("state").stringValue()).isEqualTo("failed");
        System.setProperty(TEMPORARY, usual);
        assertThat(calls().send("POST", "/clusters/recompute").status()).isEqualTo(200);
    }
}
