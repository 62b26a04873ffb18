package fr.ecolhuma.etreprof.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Compares the sample with the figures of the real export (docs/exports.md, 80 events a user). The sample has 60 a user, of which
 * the robot takes 3, so figures of volume are expected at 57 / 80 of the real ones.
 */
class DemoPopulationTests {

    private static final double VOLUME = 57.0 / 80;
    private static final int EVENTS = 300_000;

    @TempDir
    private static Path folder;

    private static DemoSample sample;
    private static List<CSVRecord> users;
    private static final Map<String, Integer> TYPES = new HashMap<>();

    @BeforeAll
    static void writeOnce() {
        sample = DemoSample.write(folder);
        users = sample.rows("users");
        sample.each("interactions", row -> TYPES.merge(row.get("type"), 1, Integer::sum));
    }

    @Test
    void eventsAUserHaveTheQuartilesOfTheRealExport() {
        int[] events = countsByUser(row -> true);

        assertThat(quantile(events, 0.25)).isCloseTo(7 * VOLUME, within(2.0));
        assertThat(quantile(events, 0.5)).isCloseTo(23 * VOLUME, within(4.0));
        assertThat(quantile(events, 0.75)).isCloseTo(95 * VOLUME, within(14.0));
        assertThat(quantile(events, 0.95)).isCloseTo(371 * VOLUME, within(50.0));
        assertThat(none(events)).isCloseTo(0.05, within(0.02));
    }

    @Test
    void oneRobotHasATwentiethOfAllRows() {
        int[] events = countsByUser(row -> true);

        assertThat(events[events.length - 1]).isCloseTo(EVENTS / 20, within(50));
        assertThat(events[events.length - 2]).isLessThan(EVENTS / 60);
    }

    @Test
    void openedMailsHaveTheQuartilesOfTheRealExport() {
        int[] opens = countsByUser(row -> row.get("type").equals("opened_mail"));

        assertThat(none(opens)).isCloseTo(0.17, within(0.03));
        assertThat(quantile(opens, 0.5)).isCloseTo(8 * VOLUME, within(2.0));
        assertThat(quantile(opens, 0.75)).isCloseTo(41 * VOLUME, within(6.0));
        assertThat(quantile(opens, 0.95)).isCloseTo(178 * VOLUME, within(25.0));
    }

    @Test
    void mostUsersNeitherClickNorDownload() {
        int[] clicks = countsByUser(row -> row.get("type").equals("click_mail"));
        int[] downloads = countsByUser(row -> row.get("type").equals("download"));
        int[] fiches = countsByUser(row ->
                row.get("type").equals("download") && row.get("content_type").equals("fiche-outils"));

        assertThat(none(clicks)).isCloseTo(0.52, within(0.04));
        assertThat(quantile(clicks, 0.75)).isCloseTo(4 * VOLUME, within(1.0));
        assertThat(quantile(clicks, 0.95)).isCloseTo(26 * VOLUME, within(5.0));
        assertThat(none(downloads)).isCloseTo(0.65, within(0.05));
        assertThat(none(fiches)).isCloseTo(0.79, within(0.04));
    }

    @Test
    void kindsOfRowsHaveTheirShares() {
        int shadows = count(row ->
                row.get("type").equals("session") && row.get("content_type").equals("opened_mail"));
        int views = count(row ->
                row.get("type").equals("page_view") && row.get("content_type").equalsIgnoreCase("Contenu"));

        assertThat(share("opened_mail")).isCloseTo(0.43, within(0.02));
        assertThat((double) shadows / EVENTS).isCloseTo(0.37, within(0.02));
        assertThat(share("click_mail")).isCloseTo(0.07, within(0.01));
        assertThat(share("download")).isCloseTo(0.025, within(0.004));
        assertThat((double) views / EVENTS).isCloseTo(0.024, within(0.004));
        assertThat(TYPES)
                .hasSize(18)
                .containsKeys(
                        "contenu_vote",
                        "comment_posted",
                        "contenu_favoris",
                        "connexion",
                        "subscribed",
                        "attended",
                        "completed",
                        "register",
                        "click");
    }

    @Test
    void newslettersAreOpenedOnSaturdaysAndSundays() {
        int[] days = new int[8];
        sample.each("interactions", row -> {
            if (row.get("type").equals("opened_mail") && row.get("content_type").equals("infolettre_hebdo")) {
                day(row).ifPresent(date -> days[date.getDayOfWeek().getValue()]++);
            }
        });
        double all = Arrays.stream(days).sum();

        assertThat(days[DayOfWeek.SATURDAY.getValue()] / all).isBetween(0.4, 0.6);
        assertThat((days[6] + days[7]) / all).isBetween(0.6, 0.85);
    }

    @Test
    void signUpsSurgeFromAugustToOctoberAndJulyIsLow() {
        int[] months = new int[13];
        users.forEach(row -> day(row).ifPresent(date -> months[date.getMonthValue()]++));
        double all = Arrays.stream(months).sum();

        assertThat((months[8] + months[9] + months[10]) / all).isBetween(0.4, 0.6);
        assertThat(months[7]).isEqualTo(Arrays.stream(months).skip(1).min().orElseThrow());
    }

    @Test
    void fourInTenAreInactiveOverTheLastYear() {
        Map<String, Boolean> active = new HashMap<>();
        LocalDate start = DemoSample.AS_OF.minusDays(365);
        sample.each("interactions", row -> {
            boolean recent = day(row).filter(date -> date.isAfter(start) && !date.isAfter(DemoSample.AS_OF))
                    .isPresent();
            active.merge(row.get("user_id"), recent, Boolean::logicalOr);
        });
        long inactive = users.stream()
                .filter(row -> !active.getOrDefault(row.get("id"), false))
                .count();

        assertThat((double) inactive / users.size()).isCloseTo(0.41, within(0.05));
    }

    @Test
    void yearsOfTeachingAreThoseOfTheRealExport() {
        double[] years = users.stream()
                .map(row -> row.get("anciennete"))
                .filter(cell -> !cell.isEmpty())
                .mapToDouble(Double::parseDouble)
                .sorted()
                .toArray();

        assertThat(years[years.length / 2]).isCloseTo(11, within(1.0));
        assertThat(Arrays.stream(years).average().orElseThrow()).isCloseTo(14.5, within(1.0));
        assertThat(years[years.length - 1]).isBetween(55.0, 66.0);
        assertThat(1 - years.length / 5000.0).isCloseTo(0.06, within(0.01));
    }

    @Test
    void usersKeepToTheirThemes() {
        Map<String, String> themes = new HashMap<>();
        sample.each(
                "content_with_topics", row -> themes.put(row.get("type") + row.get("id"), row.get("reduced topics")));
        Map<String, List<String>> used = new HashMap<>();
        sample.each("interactions", row -> {
            String theme = themes.get(row.get("content_type").replace('-', '_') + row.get("content_id"));
            if (theme != null && row.get("type").equals("download")) {
                used.computeIfAbsent(row.get("user_id"), id -> new ArrayList<>())
                        .add(theme);
            }
        });
        List<String> everyone = used.values().stream().flatMap(List::stream).toList();
        double own = used.values().stream()
                .filter(list -> list.size() >= 8)
                .mapToDouble(DemoPopulationTests::sameTheme)
                .average()
                .orElseThrow();

        assertThat(own).isGreaterThan(2 * sameTheme(everyone));
    }

    /** Chance that two draws, without replacement, are of the same theme. */
    private static double sameTheme(List<String> themes) {
        Map<String, Long> counts = new HashMap<>();
        themes.forEach(theme -> counts.merge(theme, 1L, Long::sum));
        long pairs = counts.values().stream().mapToLong(n -> n * (n - 1)).sum();
        return (double) pairs / ((long) themes.size() * (themes.size() - 1));
    }

    private static Optional<LocalDate> day(CSVRecord row) {
        String cell = row.get("created_at");
        return DemoSample.isInstant(cell) ? Optional.of(LocalDate.parse(cell.substring(0, 10))) : Optional.empty();
    }

    private static int count(Predicate<CSVRecord> which) {
        int[] count = new int[1];
        sample.each("interactions", row -> count[0] += which.test(row) ? 1 : 0);
        return count[0];
    }

    private static double share(String type) {
        return TYPES.getOrDefault(type, 0) / (double) EVENTS;
    }

    /** Rows of each user of users.csv, ascending. */
    private static int[] countsByUser(Predicate<CSVRecord> which) {
        Map<String, Integer> counts = new HashMap<>();
        users.forEach(row -> counts.put(row.get("id"), 0));
        sample.each("interactions", row -> {
            if (which.test(row)) {
                counts.computeIfPresent(row.get("user_id"), (id, count) -> count + 1);
            }
        });
        return counts.values().stream().mapToInt(count -> count).sorted().toArray();
    }

    private static double quantile(int[] sorted, double share) {
        return sorted[(int) (sorted.length * share)];
    }

    private static double none(int[] sorted) {
        return Arrays.stream(sorted).filter(count -> count == 0).count() / (double) sorted.length;
    }
}
