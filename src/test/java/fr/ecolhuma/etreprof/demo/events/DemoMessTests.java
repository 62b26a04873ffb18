package fr.ecolhuma.etreprof.demo.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.ecolhuma.etreprof.demo.DemoSample;
import fr.ecolhuma.etreprof.demo.chance.Messiness;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every damage that docs/exports.md marks is in the sample. */
class DemoMessTests {

    @TempDir
    private static Path folder;

    private static DemoSample sample;
    private static List<CSVRecord> users;
    private static List<CSVRecord> contents;

    @BeforeAll
    static void writeOnce() {
        sample = DemoSample.write(folder);
        users = sample.rows("users");
        contents = sample.rows("contents");
    }

    @Test
    void postalCodesLostZerosOrAreTextsOrMissing() {
        assertThat(cells(users, "codepostal"))
                .anyMatch(cell -> cell.matches("\\d{4}"))
                .anyMatch(cell -> cell.matches("0\\d{4}"))
                .anyMatch(cell -> cell.matches("2[AB]\\d{3}"))
                .contains("inconnu", "BE-1000", "");
    }

    @Test
    void countriesHaveManySpellingsAndAThirdHasNone() {
        List<String> countries = cells(users, "pays");

        assertThat(new HashSet<>(countries))
                .hasSizeGreaterThan(120)
                .contains("France", "FRANCE", "Frnace", "La Réunion");
        assertThat(share(users, row -> row.get("pays").isEmpty())).isCloseTo(0.29, within(0.03));
        assertThat(share(users, row -> row.get("locale").equals("be"))).isCloseTo(0.015, within(0.006));
    }

    @Test
    void levelsAreMissingEmptyOddOrUnreadable() {
        assertThat(cells(users, "json_niveau"))
                .contains("", "[]", "[\"CP\", \"CE1")
                .anyMatch(cell -> Messiness.ODD_LEVELS.stream().anyMatch(cell::contains))
                .anyMatch(cell -> cell.contains("Enseignement spécialisé"));
    }

    @Test
    void schoolsLackKeys() {
        List<String> schools = cells(users, "json_etablissement");

        assertThat(schools).contains("", "[]");
        for (String key : List.of("code_postal", "academie", "type_etablissement", "nom")) {
            assertThat(schools)
                    .anyMatch(cell -> cell.startsWith("[{") && !cell.contains(key))
                    .anyMatch(cell -> cell.contains("\"" + key + "\": \""));
        }
    }

    @Test
    void someUserIdsComeBackWithOtherContent() {
        Map<String, List<CSVRecord>> byId = users.stream().collect(Collectors.groupingBy(row -> row.get("id")));

        assertThat(byId.values().stream().filter(rows -> rows.size() > 1))
                .hasSize(5)
                .allMatch(
                        rows -> !rows.getFirst().toList().equals(rows.getLast().toList()));
    }

    @Test
    void nobodyHasANameAndSomeSignUpsAreUnreadable() {
        assertThat(users)
                .allMatch(row -> row.get("nom").isEmpty() && row.get("prenom").isEmpty());
        assertThat(users)
                .filteredOn(row -> !DemoSample.isInstant(row.get("created_at")))
                .hasSizeBetween(3, 40);
        assertThat(cells(users, "statut_mailchimp")).contains("", "subscribed", "unsubscribed", "cleaned");
        assertThat(Set.copyOf(cells(users, "statut_infolettre"))).containsExactlyInAnyOrder("0", "1");
    }

    @Test
    void contentIdsAreUniqueWithinTheirTypeOnly() {
        assertThat(contents).extracting(row -> row.get("type") + row.get("id")).doesNotHaveDuplicates();
        assertThat(Set.copyOf(cells(contents, "id"))).hasSizeLessThan(250);
    }

    @Test
    void contentsHaveQuotesNewlinesPythonListsAndLackTexts() {
        assertThat(cells(contents, "title")).anyMatch(title -> title.contains("\"") && title.contains(","));
        assertThat(cells(contents, "markdown"))
                .anyMatch(text -> text.contains("\n"))
                .contains("");
        assertThat(cells(contents, "niveaux")).allMatch(cell -> cell.matches("\\[('[^',]+'(,'[^',]+')*)?]"));
        assertThat(Set.copyOf(cells(contents, "etat"))).containsExactlyInAnyOrder("publie", "brouillon", "archive", "");
        assertThat(share(contents, row -> row.get("etat").matches("brouillon|archive")))
                .isCloseTo(0.08, within(0.02));
        assertThat(cells(contents, "published_at")).contains("");
    }

    @Test
    void someInteractionsComeTwice() {
        Set<List<String>> rows = new HashSet<>();
        Set<String> ids = new HashSet<>();
        sample.each("interactions", row -> {
            rows.add(row.toList());
            ids.add(row.get("id"));
        });

        assertThat(rows).hasSize(300_000 - 150).hasSameSizeAs(ids);
    }

    @Test
    void someInteractionsAreOfUnknownUsersAndContents() {
        Set<String> known = Set.copyOf(cells(users, "id"));
        Set<String> catalogue =
                contents.stream().map(row -> row.get("type") + row.get("id")).collect(Collectors.toSet());

        assertThat(count(row -> !known.contains(row.get("user_id")))).isBetween(100, 3000);
        assertThat(count(row -> row.get("content_type").equals("fiche-outils")
                        && !catalogue.contains("fiche_outils" + row.get("content_id"))))
                .isBetween(1, 300);
    }

    @Test
    void contenuIsWrittenInSeveralWaysAndCampaignsInHex() {
        Map<String, Integer> names = new HashMap<>();
        sample.each("interactions", row -> names.merge(row.get("content_type"), 1, Integer::sum));

        assertThat(names).containsKeys("Contenu", "contenu", "CONTENU");
        assertThat(count(row -> row.get("type").equals("opened_mail")
                        && !row.get("content_id").matches("[0-9a-f]{10}")))
                .isZero();
    }

    @Test
    void instantsAreNowAndThenUnreadableOrAfterTheAsOfDate() {
        String end = DemoSample.AS_OF.plusDays(1).toString();

        assertThat(count(row -> row.get("created_at").isEmpty())).isBetween(5, 100);
        assertThat(count(row -> row.get("created_at").equals("hier"))).isBetween(5, 100);
        assertThat(count(row -> DemoSample.isInstant(row.get("created_at"))
                        && row.get("created_at").compareTo(end) >= 0))
                .isBetween(3, 20);
    }

    @Test
    void nothingHappensBeforeTheSignUpOrThePublication() {
        Map<String, String> signUps = new HashMap<>();
        users.forEach(row -> signUps.putIfAbsent(row.get("id"), row.get("created_at")));
        Map<String, String> published = contents.stream()
                .collect(Collectors.toMap(row -> row.get("type") + row.get("id"), row -> row.get("published_at")));

        assertThat(count(row -> isBefore(row, signUps.get(row.get("user_id"))))).isZero();
        assertThat(count(row -> isBefore(row, startOfDay(published.get(type(row) + row.get("content_id"))))))
                .isZero();
    }

    @Test
    void interactionsAreSortedNeitherByIdNorByUserNorByDate() {
        for (String column : List.of("id", "user_id", "created_at")) {
            int[] neighbours = new int[3];
            String[] before = {""};
            sample.each("interactions", row -> {
                neighbours[1 + Integer.signum(row.get(column).compareTo(before[0]))]++;
                before[0] = row.get(column);
            });
            assertThat(Arrays.stream(neighbours).max().orElseThrow()).as(column).isLessThan(180_000);
        }
    }

    private static boolean isBefore(CSVRecord row, String instant) {
        return instant != null
                && DemoSample.isInstant(instant)
                && DemoSample.isInstant(row.get("created_at"))
                && row.get("created_at").compareTo(instant) < 0;
    }

    private static String startOfDay(String instant) {
        return instant == null || instant.isEmpty() ? null : LocalDate.parse(instant.substring(0, 10)) + " 00:00:00";
    }

    private static String type(CSVRecord row) {
        String name = row.get("content_type");
        return name.equalsIgnoreCase("Contenu") ? "article" : name.replace('-', '_');
    }

    private static List<String> cells(List<CSVRecord> rows, String column) {
        return rows.stream().map(row -> row.get(column)).toList();
    }

    private static double share(List<CSVRecord> rows, Predicate<CSVRecord> which) {
        return rows.stream().filter(which).count() / (double) rows.size();
    }

    private static int count(Predicate<CSVRecord> which) {
        int[] count = new int[1];
        sample.each("interactions", row -> count[0] += which.test(row) ? 1 : 0);
        return count[0];
    }
}
