package fr.ecolhuma.etreprof.api.edge.access;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class StartWarningTests {

    @TempDir
    Path folder;

    private final Logger logger = (Logger) LoggerFactory.getLogger(AccessConfiguration.class);
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private Level level;

    @BeforeEach
    void listen() {
        level = logger.getLevel();
        logger.setLevel(Level.INFO);
        lines.start();
        logger.addAppender(lines);
    }

    @AfterEach
    void listenNoMore() {
        logger.detachAppender(lines);
        logger.setLevel(level);
    }

    private void start(String adminToken, String file, String... keys) {
        AccessSettings settings = new AccessSettings(
                AccessSettings.Read.AUTO, List.of(keys), file, List.of(), List.of(), Access.NO_LIMITS);
        new AccessConfiguration().keys(adminToken, settings, Clock.systemUTC());
    }

    @Test
    void withoutAKeyOneWarningNamesTheDangerAndTheWayOut() {
        start(" ", "");
        assertThat(lines.list).singleElement().satisfies(line -> {
            assertThat(line.getLevel()).isEqualTo(Level.WARN);
            assertThat(line.getFormattedMessage())
                    .contains("no key is configured", "proxy", "nginx", "ETREPROF_ADMIN_TOKEN", "ETREPROF_KEYS");
        });
    }

    @Test
    void anyKeyEndsTheDanger() throws IOException {
        Path none = Files.writeString(folder.resolve("keys"), "# none yet\n");
        start("root", "");
        start("", "", "web:reader:r1");
        start("", none.toString());
        assertThat(lines.list).isEmpty();
    }
}
