package fr.ecolhuma.etreprof.recompute.stages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.ecolhuma.etreprof.TestData;
import fr.ecolhuma.etreprof.domain.CatalogueItem;
import fr.ecolhuma.etreprof.ingestion.source.Exports;
import fr.ecolhuma.etreprof.recommendation.list.ContentFilter;
import fr.ecolhuma.etreprof.recommendation.list.PersonalEntry;
import fr.ecolhuma.etreprof.recommendation.list.PersonalRequest;
import fr.ecolhuma.etreprof.snapshot.model.Snapshot;
import fr.ecolhuma.etreprof.snapshot.model.TrainedModel;
import fr.ecolhuma.etreprof.tables.RowAccount;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Single cells out of all proportion: they are unknown or wait for their day, and everything else stays as it is. */
class OutlierTests {

    @TempDir
    Path folder;

    private static TrainedModel train(Exports exports, LocalDate asOf) {
        return TestData.pipeline(1).train(exports, asOf, null, Progress.NONE).model();
    }

    /** The test exports where a content has another time of publication. */
    private Exports published(String content, String time) throws IOException {
        Exports exports = TestData.exports(folder);
        Path file = Path.of(exports.contents());
        String[] key = content.split("/");
        List<String> lines = Files.readAllLines(file);
        List<String> changed = lines.stream()
                .map(line -> line.startsWith(key[1] + ",\"Titre " + key[0])
                        ? line.replaceFirst("2024-02-.. 10:00:00", time)
                        : line)
                .toList();
        assertThat(changed).isNotEqualTo(lines);
        Files.write(file, changed);
        return exports;
    }

    private static String name(CatalogueItem content) {
        return content.key().type() + "/" + content.key().id();
    }

    private static CatalogueItem content(TrainedModel model, String key) {
        return model.catalogue().stream()
                .filter(one -> name(one).equals(key))
                .findFirst()
                .orElseThrow();
    }

    /** What freshness adds to each content for somebody without a history. */
    private static Map<String, Double> freshness(TrainedModel model) {
        List<PersonalEntry> all = Snapshot.of("20250710-0123456789ab", model)
                .personal()
                .recommend(new PersonalRequest(
                        List.of(), 0, model.users().levels(0), ContentFilter.ANY, Set.of(), false, TestData.CONTENTS))
                .entries();
        return all.stream()
                .collect(Collectors.toMap(
                        one -> name(one.item()), one -> one.parts().get("freshness")));
    }

    /** A scheduled publication, or a typing error: 2099. */
    @ParameterizedTest
    @CsvSource({"2099-01-01 00:00:00", "9999-12-31 23:59:59", "2026-07-01 00:00:00", "2025-07-11 00:00:00"})
    void aContentPublishedLaterIsNotServedAndLeavesTheOthersFresh(String time) throws IOException {
        Map<String, Double> usual = freshness(TestData.model());
        TrainedModel model = train(published("podcast/2", time), null);
        Map<String, Double> found = freshness(model);
        assertThat(content(model, "podcast/2").published()).isFalse();
        assertThat(found).doesNotContainKey("podcast/2");
        usual.remove("podcast/2");
        assertThat(found).isEqualTo(usual);
        // the newest is fiche_outils/7 of 7 February 2024: six days before, less by 2^(-6/180)
        assertThat(found.get("article/1") / found.get("fiche_outils/7"))
                .isCloseTo(Math.pow(2, -6.0 / 180), within(1e-9));
        for (int segment = 0; segment < 4; segment++) {
            assertThat(Snapshot.of("20250710-0123456789ab", model)
                            .recommenders()
                            .get(segment)
                            .recommend(ContentFilter.ANY, TestData.CONTENTS, one -> false))
                    .noneMatch(one -> name(one.item()).equals("podcast/2"));
        }
    }

    @Test
    void aContentIsServedFromItsDayOn() throws IOException {
        Exports exports = published("podcast/2", "2025-07-10 23:00:00");
        assertThat(content(train(exports, null), "podcast/2").published())
                .as("on the day of the as-of, at noon")
                .isTrue();
        assertThat(content(train(exports, LocalDate.of(2025, 7, 9)), "podcast/2")
                        .published())
                .as("the day before")
                .isFalse();
    }

    private Exports signedUp(List<String> rows) throws IOException {
        Exports exports = TestData.exports(folder);
        Path file = Path.of(exports.users());
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        lines.addAll(rows);
        Files.write(file, lines);
        return exports;
    }

    private static String user(int id, String anciennete, String createdAt) {
        return "%d,fr,,,%s,,,%s".formatted(id, anciennete, createdAt);
    }

    /** Zero dates of .NET and Go (0001), Unix (1970), SQL Server and Excel (1900), MySQL (0000), and typing errors. */
    @ParameterizedTest
    @CsvSource({
        "0001-01-01 00:00:00, 5, 5",
        "1900-01-01 00:00:00, 5, 5",
        "1970-01-01 00:00:00, 5, 5",
        "0000-00-00 00:00:00, 5, 5",
        "2205-01-01 00:00:00, 5, 5",
        "1970-01-01 00:00:00, , ",
        "2020-01-01 00:00:00, 2012, ", // the year since when, not the years
        "2020-01-01 00:00:00, 61, ",
        "2020-01-01 00:00:00, -1, ",
        "2020-01-01 00:00:00, 56, ", // 61 years by 2025
        "2020-01-01 00:00:00, 55, 60",
        "1990-01-01 00:00:00, , 35"
    })
    void yearsOfTeachingComeFromWhatCanBe(String createdAt, String declared, Integer years) throws IOException {
        TrainedModel model = train(signedUp(List.of(user(500, declared == null ? "" : declared, createdAt))), null);
        assertThat(model.users().anciennete(model.users().rowOf(500).orElseThrow()))
                .isEqualTo(years);
        // and the others are where they were
        int row = model.users().rowOf(100).orElseThrow();
        assertThat(model.users().anciennete(row)).isEqualTo(15);
    }

    /** Where the platform keeps seconds since 1970, a 0 stands for nothing; it must not undo the whole column. */
    @Test
    void aZeroAmongSecondsSince1970IsAnUnknownSignUp() throws IOException {
        Exports exports = TestData.exports(folder);
        Path file = Path.of(exports.users());
        // 2020-09-01T08:00 and 2020-10-01T08:00
        Files.write(
                file,
                Files.readAllLines(file).stream()
                        .map(line -> line.replace("2020-09-01 08:00:00", "1598947200")
                                .replace("2020-10-01 08:00:00", "1601539200"))
                        .map(line -> line.startsWith("103,") ? line.replace("1598947200", "0") : line)
                        .map(line -> line.startsWith("106,") ? line.replace("1598947200", "-62135596800") : line)
                        .toList());
        TrainedModel model = train(exports, null);
        assertThat(List.of(100, 101, 103, 106))
                .extracting(
                        id -> model.users().anciennete(model.users().rowOf(id).orElseThrow()))
                .containsExactly(15, 10, 10, 10);
        assertThat(model.provenance().columns())
                .filteredOn(one -> one.export().equals("users") && one.column().equals("created_at"))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.form()).isEqualTo("seconds since 1970");
                    assertThat(one.notUnderstood()).isEqualTo(2);
                });
    }

    @Test
    void whoSignedUpAfterTheAsOfIsNotThere() throws IOException {
        Exports exports = signedUp(List.of(
                user(500, "3", "2025-07-10 12:00:00"), // at the as-of
                user(501, "3", "2025-07-10 12:00:01"),
                user(502, "3", "2026-03-01 00:00:00")));
        Files.writeString(
                Path.of(exports.interactions()),
                "910001,501,page_view,Contenu,1,2025-06-01 10:00:00\n",
                StandardOpenOption.APPEND);
        TrainedModel model = train(exports, null);
        assertThat(model.users().size()).isEqualTo(61);
        assertThat(model.users().rowOf(500)).isPresent();
        assertThat(model.users().rowOf(501)).isEmpty();
        RowAccount users = model.provenance().rows().users();
        assertThat(users.kept()).isEqualTo(61);
        // behind the header and the 63 usual rows
        assertThat(users.rejected()).containsEntry("after_as_of", new RowAccount.Rejection(2, List.of(66L, 67L)));
        RowAccount before = TestData.model().provenance().rows().events();
        RowAccount events = model.provenance().rows().events();
        assertThat(events.kept()).isEqualTo(before.kept());
        assertThat(events.rejected().get("user_not_kept").rows())
                .isEqualTo(before.rejected().get("user_not_kept").rows() + 1);
    }

    @Test
    void whoSignedUpAfterADayThatIsAskedForIsNotThereEither() throws IOException {
        Exports exports =
                signedUp(List.of(user(500, "3", "2025-07-08 23:59:59"), user(501, "3", "2025-07-09 00:00:00")));
        TrainedModel model = train(exports, LocalDate.of(2025, 7, 8));
        assertThat(model.users().rowOf(500)).isPresent();
        assertThat(model.users().rowOf(501)).isEmpty();
    }
}
