package fr.ecolhuma.etreprof.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.ecolhuma.etreprof.TestData;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Checks the entries of personal lists against the exports of {@link TestData}. */
public final class PersonalEntries {

    public static final Set<String> RUNGS = Set.of("history", "segment_level", "segment", "popular");

    private static final Set<String> SOURCES =
            Set.of("history", "similar_content", "segment", "popular", "priority_challenge");
    private static final List<String> FIELDS = List.of(
            "id",
            "title",
            "type",
            "url",
            "source",
            "reason",
            "is_priority_challenge",
            "priority_challenge",
            "theme",
            "theme_fr",
            "score",
            "because",
            "parts");

    private PersonalEntries() {}

    public static String key(JsonNode entry) {
        return entry.get("type").stringValue() + "/" + entry.get("id").intValue();
    }

    public static List<JsonNode> of(JsonNode list) {
        List<JsonNode> entries = new ArrayList<>();
        list.get("recommendations").forEach(entries::add);
        return entries;
    }

    public static List<String> keys(JsonNode list) {
        return of(list).stream().map(PersonalEntries::key).toList();
    }

    /** Contents of the test data that are published, as {@code type/id}. */
    public static List<String> published() {
        return Stream.of("article 5", "fiche_outils 7", "guide_pratique 4", "kit 1", "podcast 2")
                .map(type -> type.split(" "))
                .flatMap(type -> Stream.iterate(1, id -> id + 1)
                        .limit(Integer.parseInt(type[1]))
                        .map(id -> type[0] + "/" + id))
                .toList();
    }

    /**
     * Checks every entry of an answer.
     *
     * @param own what the list was made from: only these may be reasons
     */
    public static void assertTrue(JsonNode answer, Collection<String> own) {
        assertThat(keys(answer)).doesNotHaveDuplicates().isSubsetOf(published());
        assertThat(answer.get("total_recommendations").intValue())
                .isEqualTo(of(answer).size());
        for (JsonNode entry : of(answer)) {
            assertThat(entry.propertyNames()).containsExactlyInAnyOrderElementsOf(FIELDS);
            assertThat(entry.get("title").stringValue()).isEqualTo(title(key(entry)));
            assertThat(entry.get("source").stringValue()).isIn(SOURCES);
            String defi = TestData.PRIORITY.get(key(entry));
            assertThat(entry.get("is_priority_challenge").booleanValue()).isEqualTo(defi != null);
            assertThat(entry.get("priority_challenge").asString(null)).isEqualTo(defi);
            assertThat(entry.get("reason").stringValue()).endsWith(".").doesNotContain(title(TestData.UNPUBLISHED));
            assertAddsUp(entry);
            assertReasons(entry, own);
        }
    }

    private static String title(String key) {
        return "Titre " + key.replace("/", ", no ");
    }

    /** Whether what an entry says of its score is all of it. */
    public static void assertAddsUp(JsonNode entry) {
        double sum = 0;
        for (JsonNode because : entry.get("because")) {
            sum += sixDecimals(because.get("contribution"));
        }
        for (JsonNode part : entry.get("parts")) {
            sum += sixDecimals(part);
        }
        assertThat(sum).as(entry.toString()).isCloseTo(sixDecimals(entry.get("score")), within(1e-4));
    }

    private static double sixDecimals(JsonNode number) {
        double value = number.doubleValue();
        assertThat(value * 1e6).isCloseTo(Math.rint(value * 1e6), within(1e-4));
        return value;
    }

    private static void assertReasons(JsonNode entry, Collection<String> own) {
        double last = Double.POSITIVE_INFINITY;
        for (JsonNode because : entry.get("because")) {
            assertThat(because.propertyNames()).containsExactlyInAnyOrder("id", "type", "title", "contribution");
            assertThat(key(because))
                    .isIn(own)
                    .isNotEqualTo(TestData.UNPUBLISHED)
                    .isNotEqualTo(key(entry));
            assertThat(because.get("title").stringValue()).isEqualTo(title(key(because)));
            assertThat(because.get("contribution").doubleValue()).isLessThanOrEqualTo(last);
            last = because.get("contribution").doubleValue();
        }
        if (entry.get("source").stringValue().equals("history")) {
            assertThat(entry.get("because").size() + (entry.get("parts").has("unpublished") ? 1 : 0))
                    .as(entry.toString())
                    .isPositive();
        }
    }
}
