package fr.ecolhuma.etreprof.api.lists;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ecolhuma.etreprof.domain.TaughtLevels;
import fr.ecolhuma.etreprof.recommendation.list.ContentFilter;
import fr.ecolhuma.etreprof.recommendation.list.PersonalEntry;
import fr.ecolhuma.etreprof.recommendation.list.PersonalRequest;
import fr.ecolhuma.etreprof.recommendation.list.Recommendation;
import fr.ecolhuma.etreprof.snapshot.files.SnapshotStore;
import fr.ecolhuma.etreprof.snapshot.model.Snapshot;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The reasons on the lists of the shipped model. */
class ReasonRulesTests {

    private static final int USERS = 600;
    private static final int LONGEST = 50;

    private static final Snapshot SHIPPED =
            new SnapshotStore(Path.of("models")).loadCurrent().orElseThrow();

    private static void assertKept(List<String> reasons) {
        assertThat(ReasonRules.breaches(reasons)).isEmpty();
    }

    private static List<String> reasons(List<PersonalEntry> entries) {
        return entries.stream().map(PersonalEntry::reason).toList();
    }

    @Test
    void onTheListsOfUsers() {
        int step = Math.max(1, SHIPPED.model().users().size() / USERS);
        List<String> all = new ArrayList<>();
        int lists = 0;
        for (int row = 0; row < SHIPPED.model().users().size(); row += step) {
            List<String> reasons = reasons(KnownUsers.list(SHIPPED, row, ContentFilter.ANY, Set.of(), false, LONGEST)
                    .entries());
            assertThat(reasons).isNotEmpty();
            assertKept(reasons);
            all.addAll(reasons);
            lists++;
        }
        assertThat(lists).isGreaterThanOrEqualTo(USERS);
        for (String kind : List.of(
                "parce que vous avez consulté",
                "est proche de",
                "dont l'activité",
                "du défi prioritaire",
                "…",
                "\u00a0» et «")) {
            assertThat(all).as(kind).anyMatch(reason -> reason.contains(kind));
        }
    }

    @Test
    void onTheListsOfSegments() {
        SHIPPED.recommenders()
                .forEach(segment -> assertKept(segment.recommend(ContentFilter.ANY, LONGEST, content -> false).stream()
                        .map(Recommendation::reason)
                        .toList()));
    }

    @Test
    void onTheListsOfVisitors() {
        int contents = SHIPPED.model().catalogue().size();
        for (int first = 0; first + 2 < contents; first += 3) {
            List<Integer> basket = IntStream.range(first, first + 3).boxed().toList();
            PersonalRequest request =
                    new PersonalRequest(basket, -1, TaughtLevels.NONE, ContentFilter.ANY, Set.of(), false, LONGEST);
            assertKept(reasons(SHIPPED.personal().recommend(request).entries()));
        }
    }

    @Test
    void onTheListsOfSimilarContents() {
        for (int row = 0; row < SHIPPED.model().catalogue().size(); row++) {
            assertKept(reasons(SHIPPED.personal().similar(row, ContentFilter.ANY, LONGEST)));
        }
    }

    /** A tilde stands for a no-break space. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Consulté par 1,3~% de l'ensemble des enseignants.                        | untrue
            Ce contenu a été consulté par 9,0~% du groupe «~Peu actifs~».            | an internal label
            Ce contenu plaît à 9,0~% des inscrits, contre 3,0~% ailleurs.            | two figures
            Défi prioritaire «~Santé mentale~»~: parce que vous avez consulté «~A~». | not one main clause
            Ce contenu est proche de «~A~: b~» et de «~C~: d~».                      | two colons
            Ce contenu est proche de « A ».                                          | a space that breaks
            Ce contenu est proche de «~Pourquoi ?~».                                 | a space that breaks
            Ce contenu a été consulté par 9,0 % des inscrits.                        | a space that breaks
            """)
    void aBreachIsFound(String reason, String breach) {
        assertThat(ReasonRules.breaches(List.of(reason.replace('~', '\u00a0'))))
                .anyMatch(found -> found.startsWith(breach + ": "));
    }

    @Test
    void aTitleTooLongOrTooOftenIsFound() {
        String same = "Ce contenu est proche de «\u00a0A\u00a0».";
        assertThat(ReasonRules.breaches(List.of(same, same))).isEmpty();
        assertThat(ReasonRules.breaches(List.of(same, same, same))).containsExactly("a title too often: " + same);
        String longest = "Ce contenu est proche de «\u00a0%s\u00a0».";
        assertThat(ReasonRules.breaches(List.of(longest.formatted("a".repeat(60)))))
                .isEmpty();
        assertThat(ReasonRules.breaches(List.of(longest.formatted("a".repeat(61)))))
                .hasSize(1);
    }
}
