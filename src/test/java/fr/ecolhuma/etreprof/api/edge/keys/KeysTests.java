package fr.ecolhuma.etreprof.api.edge.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ecolhuma.etreprof.docs.ScratchService;
import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

class KeysTests {

    private static Keys keys(String adminToken, String... lines) {
        return new Keys(adminToken, List.of(lines), null, Clock.systemUTC());
    }

    @Test
    void severalKeysHaveNamesAndRoles() {
        Keys keys = keys(" root ", "web:reader:r1", "site: Writer :w1", "team:editor:e1", "ops:Admin:a:with:colons");
        assertThat(keys.find("r1")).hasValue(new NamedKey("web", Role.READER));
        assertThat(keys.find("w1")).hasValue(new NamedKey("site", Role.WRITER));
        assertThat(keys.find("e1")).hasValue(new NamedKey("team", Role.EDITOR));
        assertThat(keys.find("a:with:colons")).hasValue(new NamedKey("ops", Role.ADMIN));
        assertThat(keys.find("root")).hasValue(new NamedKey("admin", Role.ADMIN));
        assertThat(keys.find("r2")).isEmpty();
        assertThat(keys.find("")).isEmpty();
        assertThat(keys.areConfigured()).isTrue();
        assertThat(keys("").areConfigured()).isFalse();
        assertThat(keys("", "web:reader:r1").areConfigured()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "READER, READ",
        "WRITER, SEND",
        "EDITOR, READ DECIDE",
        "ADMIN, READ SEND DECIDE ADMINISTER",
    })
    void aRoleHasTheseRightsAndNoOthers(Role role, String rights) {
        for (Right right : Right.values()) {
            assertThat(role.may(right))
                    .as(right.name())
                    .isEqualTo(List.of(rights.split(" ")).contains(right.name()));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            READ       | a reader's, an editor's or an admin's key
            SEND       | a writer's or an admin's key
            DECIDE     | an editor's or an admin's key
            ADMINISTER | an admin's key
            """, quoteCharacter = '"')
    void aMessageNamesTheKeysThatWouldDo(Right right, String keys) {
        assertThat(Role.keysWith(right)).isEqualTo(keys);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "token",
                "name:reader",
                "name:king:secret",
                "name:secret:reader",
                ":reader:secret",
                "name:reader: ",
                "local:admin:secret",
                "start:admin:secret",
                "schedule:admin:secret",
                "command line:admin:secret"
            })
    void aLineThatIsNotAKeyIsRefusedAndNotShown(String line) {
        assertThatThrownBy(() -> keys("", line))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("ETREPROF_KEYS: ")
                .hasMessageMatching(".*(expected name:role:token|give it another name).*")
                .hasMessageNotContaining("secret");
    }

    @ParameterizedTest
    @CsvSource({
        "--etreprof.access.keys=web:king:secret, ETREPROF_KEYS: found an unknown role of the key web",
        "--etreprof.access.keys-file=/no/such/secret, ETREPROF_KEYS_FILE: found no readable file"
    })
    @ExtendWith(OutputCaptureExtension.class)
    void aStartThatIsStoppedSaysWhyWithoutAStackTrace(String setting, String why, CapturedOutput output) {
        assertThatThrownBy(() -> ScratchService.start("refused-key", setting)).isInstanceOf(Exception.class);
        assertThat(output.getAll()).contains(why).doesNotContain("\tat ", "secret");
    }

    @Test
    void oneOfTenThousandKeysIsFoundInMicroseconds() {
        String[] lines = IntStream.range(0, 10_000)
                .mapToObj(i -> "key%d:reader:token-%d".formatted(i, i))
                .toArray(String[]::new);
        Keys many = keys("root", lines);
        long best = Long.MAX_VALUE;
        for (int round = 0; round < 20; round++) {
            long start = System.nanoTime();
            for (int i = 0; i < 1_000; i++) {
                assertThat(many.find("token-" + (7 * i + round))).isPresent();
            }
            best = Math.min(best, (System.nanoTime() - start) / 1_000);
        }
        // a look at each key takes more than 300 µs
        assertThat(best)
                .as("nanoseconds of a lookup, in the best of the rounds")
                .isLessThan(50_000);
    }
}
