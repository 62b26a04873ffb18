package fr.ecolhuma.etreprof.api.heavy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class LowWeightTests {

    /** The 19th field of the system's account of a thread; the 2nd, the name, may hold spaces and ends with a bracket. */
    private static int niceness() {
        try {
            String account = Files.readString(Path.of("/proc/thread-self/stat"));
            return Integer.parseInt(
                    account.substring(account.lastIndexOf(')') + 2).split(" ")[16]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void onlyTheThreadItselfGetsALowerWeight() throws Exception {
        int before = niceness();
        FutureTask<Integer> task = new FutureTask<>(LowWeightTests::niceness);
        Thread.ofPlatform().start(LowWeight.of(task));

        assertThat(task.get()).isEqualTo(Math.max(5, before));
        assertThat(niceness()).isEqualTo(before);
    }
}
