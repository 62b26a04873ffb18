package fr.ecolhuma.etreprof.api.lists;

import fr.ecolhuma.etreprof.domain.ContentKey;
import fr.ecolhuma.etreprof.recommendation.list.PersonalEntry;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The addends of a content's score, six decimals each.
 *
 * @param because the user's own contents that led to it, strongest first
 * @param parts the other addends, by name; {@code unpublished} comes from the user's contents that are no longer shown
 */
public record ScoreParts(List<Because> because, SortedMap<String, Double> parts) {

    /** A content of the user's and the amount that it adds. */
    public record Because(long id, String type, String title, double contribution) {

        static Because of(PersonalEntry.Because one) {
            ContentKey key = one.item().key();
            return new Because(key.id(), key.type(), one.item().title(), rounded(one.contribution()));
        }
    }

    private static final double PRECISION = 1_000_000;
    private static final String UNPUBLISHED = "unpublished";

    public ScoreParts {
        because = List.copyOf(because);
        parts = Collections.unmodifiableSortedMap(new TreeMap<>(parts));
    }

    static ScoreParts of(PersonalEntry entry) {
        SortedMap<String, Double> parts = new TreeMap<>(entry.parts());
        entry.because().stream()
                .filter(one -> !one.item().published())
                .forEach(one -> parts.merge(UNPUBLISHED, one.contribution(), Double::sum));
        parts.replaceAll((name, amount) -> rounded(amount));
        List<Because> because = entry.because().stream()
                .filter(one -> one.item().published())
                .map(Because::of)
                .toList();
        return new ScoreParts(because, parts);
    }

    static double rounded(double amount) {
        return Math.round(amount * PRECISION) / PRECISION;
    }
}
