package fr.ecolhuma.etreprof.api.edge.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

class KeysTests {

    @TempDir
    Path folder;

    /** The admin's token and keys in the settings. */
    static Keys keys(String adminToken, String... lines) {
        return withFile(adminToken, "", lines);
    }

    private static Keys withFile(String adminToken, String file, String... lines) {
        return new Keys(
                adminToken,
                new AccessSettings(
                        AccessSettings.Read.AUTO,
                        List.of(lines),
                        file,
                        List.of(),
                        List.of(),
                        new AccessSettings.Rates(0, 0, 0)));
    }

    private static Optional<Keys.Bearer> bearer(Keys keys, String token) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.addHeader("Authorization", "Bearer " + token);
        return keys.bearer(request);
    }

    @Test
    void severalKeysHaveNamesAndRoles() {
        Keys keys = keys("root", "web:reader:r1", "ops:Admin:a:with:colons");
        assertThat(bearer(keys, "r1")).hasValue(new Keys.Bearer("web", Role.READER));
        assertThat(bearer(keys, "a:with:colons")).hasValue(new Keys.Bearer("ops", Role.ADMIN));
        assertThat(bearer(keys, "root")).hasValue(new Keys.Bearer("admin", Role.ADMIN));
        assertThat(bearer(keys, "r2")).isEmpty();
        assertThat(keys.hasAdmin()).isTrue();
        assertThat(keys("", "web:reader:r1").hasAdmin()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "token",
                "name:reader",
                "name:king:secret",
                "name:secret:reader",
                ":reader:secret",
                "name:reader: "
            })
    void whatIsNoKeyIsRefusedWithoutTellingIt(String line) {
        assertThatThrownBy(() -> keys("", line))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected name:role:token")
                .hasMessageNotContaining("secret");
    }

    @Test
    void aFileThatCannotBeReadKeepsTheServiceFromStarting() throws IOException {
        Path file = folder.resolve("keys");
        assertThatThrownBy(() -> withFile("", file.toString()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ETREPROF_KEYS_FILE")
                .hasMessageNotContaining(folder.toString());
        Files.writeString(file, "web:reader:r1\nweb2-reader-r2\n");
        assertThatThrownBy(() -> withFile("", file.toString())).hasMessageContaining("expected name:role:token");
        Files.writeString(file, "# none yet\n");
        assertThat(withFile("", file.toString()).hasAdmin()).isFalse();
    }

    @Test
    void aBrokenFileLeavesTheKeysAsTheyWere() throws IOException {
        Path file = folder.resolve("keys");
        Files.writeString(file, "web:reader:may\n");
        Keys keys = withFile("", file.toString());
        Files.writeString(file, "web:reader:june\nops:ad");
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(5)));
        assertThat(bearer(keys, "may")).isPresent();
        Files.writeString(file, "web:reader:june\nops:admin:root\n");
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(5)));
        assertThat(bearer(keys, "may")).isEmpty();
        assertThat(bearer(keys, "root")).isPresent();
    }

    @Test
    void aFileOfKeysRotatesWithoutARestart() throws IOException {
        Path file = folder.resolve("keys");
        Files.writeString(file, "# those of May\nweb:reader:may\n\n");
        Keys keys = withFile("", file.toString());
        assertThat(bearer(keys, "may")).isPresent();
        Files.writeString(file, "web:reader:june\n");
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(5)));
        assertThat(bearer(keys, "june")).isPresent();
        assertThat(bearer(keys, "may")).isEmpty();
        Files.delete(file);
        assertThat(bearer(keys, "june")).as("while the file is away").isPresent();
    }
}
