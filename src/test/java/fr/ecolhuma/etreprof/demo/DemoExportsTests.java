package fr.ecolhuma.etreprof.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DemoExportsTests {

    private static final LocalDate AS_OF = LocalDate.of(2025, 7, 10);
    private static final List<String> NAMES = List.of("users", "contents", "interactions", "content_with_topics");

    @TempDir
    private Path folder;

    @Test
    void sameRequestGivesTheSameBytes() throws IOException {
        Path first = write("first", 60, 3000, 40, 1, false);
        Path second = write("second", 60, 3000, 40, 1, false);

        for (String name : NAMES) {
            assertThat(first.resolve(name + ".csv")).hasSameBinaryContentAs(second.resolve(name + ".csv"));
        }
    }

    /** Figures of the documents rest on the demo data: its bytes change only on purpose. */
    @Test
    void theUsersOfASeedStayAsTheyWere() throws Exception {
        byte[] users =
                Files.readAllBytes(write("known", 1000, 5000, 100, 7, false).resolve("users.csv"));

        assertThat(new String(users, StandardCharsets.UTF_8)).contains(",, France,");
        assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(users)))
                .isEqualTo("7c2fa9850edc2e6280f262306f58ddff0beb2d103080d737760601244c3965ba");
    }

    @Test
    void anotherSeedGivesOtherBytes() throws IOException {
        Path first = write("first", 60, 3000, 40, 1, false);
        Path second = write("second", 60, 3000, 40, 2, false);

        for (String name : NAMES) {
            assertThat(Files.mismatch(first.resolve(name + ".csv"), second.resolve(name + ".csv")))
                    .as(name)
                    .isNotNegative();
        }
    }

    @Test
    void compressedFilesHoldTheSameAndNoTime() throws IOException {
        Path plain = write("plain", 60, 3000, 40, 1, false);
        Path packed = write("packed", 60, 3000, 40, 1, true);

        for (String name : NAMES) {
            byte[] bytes = Files.readAllBytes(packed.resolve(name + ".csv.gz"));
            assertThat(bytes).startsWith(0x1f, 0x8b, 8, 0, 0, 0, 0, 0);
            try (InputStream in = new GZIPInputStream(Files.newInputStream(packed.resolve(name + ".csv.gz")))) {
                assertThat(in.readAllBytes()).isEqualTo(Files.readAllBytes(plain.resolve(name + ".csv")));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 0, 1", "1, 1, 1", "1, 10000, 1", "3, 7, 2", "2500, 20, 5", "1200, 100000, 700", "5000, 0, 300"})
    void numbersOfRowsAreExactlyThoseAskedFor(long users, long events, int contents) throws IOException {
        DemoSample sample = new DemoSample(write("rows", users, events, contents, 5, false));

        assertThat(sample.rows("users")).hasSize((int) users);
        assertThat(sample.rows("interactions")).hasSize((int) events);
        assertThat(sample.rows("contents")).hasSize(contents);
        assertThat(sample.rows("content_with_topics")).hasSize(contents - contents / 10);
    }

    @Test
    void headersAreThoseOfTheRawExport() throws IOException {
        DemoSample sample = new DemoSample(write("headers", 1, 1, 1, 5, false));

        assertThat(sample.header("users"))
                .isEqualTo("id,locale,nom,prenom,fonction,codepostal,pays,anciennete,json_niveau,json_discipline,"
                        + "json_etablissement,json_metadata,statut_infolettre,statut_mailchimp,created_at");
        assertThat(sample.header("contents"))
                .isEqualTo("id,title,type,markdown,etat,niveaux,created_at,published_at,"
                        + "transition_ecologique,sante_mentale,ecole_inclusive,cps,reussite_tous_eleves");
        assertThat(sample.header("interactions")).isEqualTo("id,user_id,type,content_type,content_id,created_at");
        assertThat(sample.header("content_with_topics")).isEqualTo("id,type,reduced topics");
    }

    @Test
    void aLargeCatalogueRepeatsTextsUnderOtherTitlesAndFewCarryADefi() throws IOException {
        DemoSample sample = new DemoSample(write("large", 1, 0, 3000, 5, false));
        List<CSVRecord> contents = sample.rows("contents");

        assertThat(contents).extracting(row -> row.get("title")).doesNotHaveDuplicates();
        assertThat(contents)
                .filteredOn(row -> row.toList().subList(8, 13).contains("1"))
                .hasSizeBetween(300, 450);
    }

    @ParameterizedTest
    @CsvSource({"0, 1, 1, users: found 0", "1, -1, 1, events: found -1", "1, 1, 0, contents: found 0"})
    void numbersOutOfRangeAreRefused(long users, long events, int contents, String message) {
        assertThatThrownBy(() -> write("x", users, events, contents, 1, false))
                .isInstanceOf(DemoDataException.class)
                .hasMessageStartingWith(message)
                .hasMessageContaining("expected");
    }

    @Test
    void aFolderThatIsNotOneIsRefused() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        assertThatThrownBy(() -> DemoExports.write(request(file)))
                .isInstanceOf(DemoDataException.class)
                .hasMessage("output folder: found a file, expected a writable folder");
        assertThatThrownBy(() -> DemoExports.write(request(file.resolve("below"))))
                .hasMessageStartingWith("output folder: found no folder, and it cannot be created");
    }

    @Test
    void aFolderThatIsNotThereIsMade() {
        Path out = folder.resolve("new/exports");

        DemoExports.write(request(out));

        assertThat(out.resolve("users.csv")).isRegularFile();
    }

    @Test
    void aFileThatCannotBeWrittenIsRefusedByName() throws IOException {
        Files.createDirectory(folder.resolve("contents.csv"));

        assertThatThrownBy(() -> DemoExports.write(request(folder)))
                .isInstanceOf(DemoDataException.class)
                .hasMessageStartingWith("contents.csv: found no way to write it");
    }

    private static DemoExports.Request request(Path out) {
        return new DemoExports.Request(1, 1, 1, 1, AS_OF, out, false);
    }

    private Path write(String name, long users, long events, int contents, long seed, boolean gzip) throws IOException {
        Path out = Files.createDirectories(folder.resolve(name));
        DemoExports.write(new DemoExports.Request(users, events, contents, seed, AS_OF, out, gzip));
        return out;
    }
}
