package fr.ecolhuma.etreprof.domain;

import java.util.Comparator;

/**
 * The key of a content: ids are unique only within a type.
 *
 * @param type such as {@code article} or {@code fiche_outils}, lower case
 * @param id the platform's number within the type
 */
public record ContentKey(String type, long id) implements Comparable<ContentKey> {

    private static final Comparator<ContentKey> ORDER =
            Comparator.comparing(ContentKey::type).thenComparingLong(ContentKey::id);

    @Override
    public int compareTo(ContentKey other) {
        return ORDER.compare(this, other);
    }
}
