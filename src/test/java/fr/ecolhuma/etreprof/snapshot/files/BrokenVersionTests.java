package fr.ecolhuma.etreprof.snapshot.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every kind of damage is refused, and the message says in which file, what was found and what was expected. */
class BrokenVersionTests {

    @TempDir
    Path models;

    private Path version;

    @BeforeEach
    void copyTheGoldenVersion() throws IOException {
        version = GoldenModels.copyTo(models);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "contents.csv",
                "interactions.csv",
                "provenance.json",
                "rankings.csv",
                "segments.json",
                "users.csv",
                "manifest.json"
            })
    void aMissingFileIsNamed(String file) throws IOException {
        Files.delete(version.resolve(file));
        assertThat(GoldenModels.refusal(version))
                .isEqualTo("%s is missing or unreadable; the version is broken".formatted(file));
    }

    @Test
    void aChangedByteIsFoundByItsHash() throws IOException {
        edit("users.csv", "Paris", "Parit");
        assertThat(GoldenModels.refusal(version))
                .matches("manifest\\.json: found users\\.csv with SHA-256 \\p{XDigit}{64}, expected \\p{XDigit}{64}");
    }

    @Test
    void aFileThatEndsTooEarlyIsFoundByItsHash() throws IOException {
        Files.writeString(version.resolve("rankings.csv"), "segment,content,segment_users,all_users,score\n");
        assertThat(GoldenModels.refusal(version)).startsWith("manifest.json: found rankings.csv with SHA-256 ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "format" : 1,          | "format" : 3,              | manifest.json: found format 3, expected 2
            "format" : 1,          | "format" : 3, "new" : [1], | manifest.json: found format 3, expected 2
            "format" : 1,          | "format" : "1",            | manifest.json: found format "1", expected 2
            "users.csv" :          | "people.csv" :             | manifest.json: found files [contents.csv, interactions.csv, people.csv, provenance.json, rankings.csv, segments.json], expected [contents.csv, interactions.csv, provenance.json, rankings.csv, segments.json, users.csv]
            20250710-42261c286bb5  | 20250711-42261c286bb5      | manifest.json: found version 20250711-42261c286bb5, expected 20250710-42261c286bb5
            "version" : "20250710-42261c286bb5" | "version" : null | manifest.json, line 3: found other JSON than expected; the version is broken
            """)
    void aManifestThatIsNotOfThisVersionIsRefused(String from, String to, String message) throws IOException {
        edit("manifest.json", from, to);
        assertThat(GoldenModels.refusal(version)).isEqualTo(message);
    }

    @Test
    void hashesThatDoNotMakeTheVersionsNameAreRefused() throws IOException {
        Path renamed = Files.move(version, models.resolve("20250710-000000000000"));
        version = renamed;
        edit("manifest.json", GoldenModels.VERSION, "20250710-000000000000");
        assertThat(GoldenModels.refusal(renamed))
                .isEqualTo("manifest.json: found files' digest 42261c286bb5, expected 000000000000");
    }

    @Test
    void aManifestWithoutAFormatIsRefused() throws IOException {
        edit("manifest.json", "\"format\" : 1,", "");
        assertThat(GoldenModels.refusal(version)).isEqualTo("manifest.json: found format none, expected 2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"provenance.json", "segments.json"})
    void truncatedJsonIsRefused(String file) throws IOException {
        String whole = Files.readString(version.resolve(file));
        Files.writeString(version.resolve(file), whole.substring(0, whole.length() / 2));
        assertThat(GoldenModels.refusal(GoldenModels.sealed(version)))
                .matches(file + ", line \\d+: found other JSON than expected; the version is broken");
    }

    @Test
    void aTruncatedManifestIsRefused() throws IOException {
        Files.writeString(version.resolve("manifest.json"), "{\"format\" : 1");
        assertThat(GoldenModels.refusal(version))
                .isEqualTo("manifest.json, line 1: found other JSON than expected; the version is broken");
    }

    @Test
    void bytesThatAreNoTextAreRefused() throws IOException {
        Files.write(version.resolve("users.csv"), new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});
        assertThat(GoldenModels.refusal(GoldenModels.sealed(version)))
                .isEqualTo("users.csv cannot be read as CSV; the version is broken");
        Path again = models.resolve("again");
        version = GoldenModels.copyTo(again);
        Files.write(version.resolve("segments.json"), new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});
        assertThat(GoldenModels.refusal(GoldenModels.sealed(version)))
                .isEqualTo("segments.json is missing or unreadable; the version is broken");
    }

    private void edit(String file, String from, String to) throws IOException {
        String before = Files.readString(version.resolve(file));
        assertThat(before).contains(from);
        Files.writeString(version.resolve(file), before.replace(from, to));
    }
}
