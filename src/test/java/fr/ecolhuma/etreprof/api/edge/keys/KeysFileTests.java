package fr.ecolhuma.etreprof.api.edge.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import fr.ecolhuma.etreprof.recompute.UtcClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** A file of keys that is rewritten while it is read; time is the test's own. */
class KeysFileTests {

    private static final String MAY = "web:reader:may\nsite:writer:w-may\nops:admin:root\n";

    @TempDir
    Path folder;

    private Path file;
    private Instant now = Instant.parse("2026-05-01T08:00:00Z");
    private final Logger logger = (Logger) LoggerFactory.getLogger(KeysFile.class);
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private @Nullable Level level;

    private final Clock clock = new UtcClock() {

        @Override
        public Instant instant() {
            return now;
        }
    };

    @BeforeEach
    void listen() throws IOException {
        file = folder.resolve("keys");
        level = logger.getLevel();
        logger.setLevel(Level.INFO);
        lines.start();
        logger.addAppender(lines);
        write(MAY);
    }

    @AfterEach
    void listenNoMore() {
        logger.detachAppender(lines);
        logger.setLevel(level);
    }

    private void write(String text) throws IOException {
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, FileTime.from(now));
    }

    private Keys start(String adminToken) {
        return new Keys(adminToken, List.of(), file, clock);
    }

    private void pass(Duration time) {
        now = now.plus(time);
    }

    private void rewrite(String text) throws IOException {
        pass(Duration.ofMinutes(1));
        write(text);
        pass(Duration.ofSeconds(2));
    }

    private static List<String> valid(Keys keys) {
        return List.of("may", "june", "ju", "w-may", "root", "ro").stream()
                .filter(token -> keys.find(token).isPresent())
                .toList();
    }

    private List<String> warnings() {
        return lines.list.stream()
                .filter(line -> line.getLevel() == Level.WARN)
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }

    @Test
    void aFileRotatesWithoutARestart() throws IOException {
        Keys keys = start("");
        rewrite("# those of June\nweb:reader:june\n\nops:admin:root\n");
        assertThat(valid(keys)).containsExactly("june", "root");
        assertThat(warnings()).isEmpty();
    }

    @Test
    void aFileThatReplacesItRotatesToo() throws IOException {
        Keys keys = start("");
        pass(Duration.ofSeconds(2));
        Path next = folder.resolve("next");
        // as long, and of the same time
        Files.writeString(next, MAY.replace("web:reader:may", "web:reader:jun"));
        Files.setLastModifiedTime(next, Files.getLastModifiedTime(file));
        Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        pass(Duration.ofSeconds(2));
        assertThat(keys.find("jun")).isPresent();
        assertThat(keys.find("may")).isEmpty();
    }

    /** Each begins the file that is being written: {@code web:reader:june}, {@code site:writer:w-may}, an admin. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "w",
                "web:reader",
                "web:reader:ju",
                "web:reader:june",
                "web:reader:june\n",
                "web:reader:june\nsite:writer:w-may\n",
                "web:reader:june\nsite:writer:w-may\nops:ad",
                "web:reader:june\nsite:writer:w-may\nops:admin:ro",
                "web:reader:june\nsite:writer:w-may\nops:admin:new-root",
                "# nothing\n",
                "\u0000\u0000\u0000\u0000\u0000\u0000",
                "king\nqueen\n"
            })
    void aTornFileLeavesTheKeysAsTheyWereAndWarnsOnce(String torn) throws IOException {
        Keys keys = start("");
        rewrite(torn);
        for (int i = 0; i < 5; i++) {
            assertThat(valid(keys)).containsExactly("may", "w-may", "root");
            pass(Duration.ofSeconds(2));
        }
        assertThat(warnings()).hasSize(1).allSatisfy(line -> assertThat(line).contains("the keys read before stay"));
        rewrite("web:reader:june\nops:admin:root\n");
        assertThat(valid(keys)).as("once it is whole").containsExactly("june", "root");
    }

    @Test
    void aFileIsReadOnlyWhenNobodyIsWritingIt() throws IOException {
        Keys keys = start("");
        pass(Duration.ofMinutes(1));
        // cut off between two lines, where nothing shows it
        write("ops:admin:root\n");
        pass(Duration.ofMillis(900));
        assertThat(valid(keys)).containsExactly("may", "w-may", "root");
        write("ops:admin:root\nweb:reader:may\nsite:writer:w-may\n");
        pass(Duration.ofMillis(1_100));
        assertThat(valid(keys)).containsExactly("may", "w-may", "root");
        rewrite("ops:admin:root\n");
        assertThat(valid(keys)).containsExactly("root");
    }

    @Test
    void aFileOfAnotherClockIsReadWhenItStaysTheSame() throws IOException {
        Keys keys = start("");
        pass(Duration.ofMinutes(1));
        write("ops:admin:root\n");
        Files.setLastModifiedTime(file, FileTime.from(now.plus(Duration.ofHours(1))));
        pass(Duration.ofSeconds(1));
        assertThat(valid(keys)).as("the first look").containsExactly("may", "w-may", "root");
        pass(Duration.ofSeconds(1));
        assertThat(valid(keys)).as("the second").containsExactly("root");
    }

    @Test
    void aRevokedKeyDiesThoughAnotherLineIsWrong() throws IOException {
        Keys keys = start("");
        rewrite("king of all\nops:admin:root\nweb:reder:june\n");
        assertThat(valid(keys)).containsExactly("root");
        assertThat(warnings()).hasSize(1);
        assertThat(warnings().getFirst()).contains("lines [1, 3]").doesNotContain("king", "june", "reder");
    }

    @Test
    void aLastLineWithoutALineBreakCountsWhenItIsAsBefore() throws IOException {
        write("web:reader:may\nops:admin:root");
        Keys keys = start("");
        assertThat(valid(keys)).containsExactly("may", "root");
        rewrite("web:reader:june\nops:admin:root");
        assertThat(valid(keys)).containsExactly("june", "root");
    }

    @Test
    void theLastAdminStaysUnlessAnotherSettingHasOne() throws IOException {
        Keys alone = start("");
        Keys besides = start("token");
        rewrite("web:reader:june\n");
        assertThat(valid(alone)).containsExactly("may", "w-may", "root");
        assertThat(valid(besides)).containsExactly("june");
        assertThat(warnings()).singleElement().asString().contains("no admin's key any more");
    }

    @Test
    void aMissingFileLeavesTheKeysAsTheyWereAndWarnsOnce() throws IOException {
        Keys keys = start("");
        Files.delete(file);
        for (int i = 0; i < 3; i++) {
            pass(Duration.ofSeconds(2));
            assertThat(valid(keys)).containsExactly("may", "w-may", "root");
        }
        Files.createDirectory(file);
        pass(Duration.ofMinutes(1));
        assertThat(valid(keys)).as("a folder in its place").containsExactly("may", "w-may", "root");
        assertThat(warnings()).singleElement().asString().contains("cannot be read");
        Files.delete(file);
        rewrite("ops:admin:root\n");
        assertThat(valid(keys)).containsExactly("root");
    }

    @Test
    void aFileIsLookedAtOnceASecond() throws IOException {
        Keys keys = start("");
        write("ops:admin:root\n");
        Files.setLastModifiedTime(file, FileTime.from(now.minus(Duration.ofHours(1))));
        pass(Duration.ofMillis(999));
        assertThat(valid(keys)).containsExactly("may", "w-may", "root");
        pass(Duration.ofMillis(1));
        assertThat(valid(keys)).containsExactly("root");
    }

    @Test
    void aClockThatIsSetBackDoesNotStopTheLooks() throws IOException {
        Keys keys = start("");
        pass(Duration.ofDays(-1));
        write("ops:admin:root\n");
        pass(Duration.ofSeconds(2));
        assertThat(valid(keys)).containsExactly("root");
    }

    @Test
    void aStartNeedsAReadableFileWithoutAWrongLine() throws IOException {
        Files.delete(file);
        assertThatThrownBy(() -> start(""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ETREPROF_KEYS_FILE")
                .hasMessageNotContaining(folder.toString());
        write("web:reader:r1\nweb2-reader-r2\n");
        assertThatThrownBy(() -> start(""))
                .hasMessageContaining("expected name:role:token")
                .hasMessageContaining("[2]")
                .hasMessageNotContaining("r2");
        write("# none yet\n");
        assertThat(start("").areConfigured())
                .as("being local gives no right though the file has no key yet")
                .isTrue();
    }
}
