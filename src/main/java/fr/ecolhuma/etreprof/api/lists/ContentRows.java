package fr.ecolhuma.etreprof.api.lists;

import fr.ecolhuma.etreprof.api.request.ApiException;
import fr.ecolhuma.etreprof.api.request.ProblemKind;
import fr.ecolhuma.etreprof.api.request.Shown;
import fr.ecolhuma.etreprof.api.request.WholeNumber;
import fr.ecolhuma.etreprof.domain.CatalogueItem;
import fr.ecolhuma.etreprof.domain.ContentKey;
import fr.ecolhuma.etreprof.snapshot.model.Snapshot;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the contents that a request names. */
final class ContentRows {

    private static final int MOST = 1_000;

    private ContentRows() {}

    /**
     * The row of a content in the catalogue, or empty when it is not in it.
     *
     * @param type as the catalogue writes it
     * @param id empty when it is a number that no content can have
     */
    static OptionalInt of(Snapshot snapshot, String type, OptionalLong id) {
        return id.isEmpty()
                ? OptionalInt.empty()
                : search(snapshot.model().catalogue(), new ContentKey(type, id.getAsLong()));
    }

    private static OptionalInt search(List<CatalogueItem> catalogue, ContentKey key) {
        int row = firstFrom(catalogue, key);
        boolean found = row < catalogue.size() && catalogue.get(row).key().equals(key);
        return found ? OptionalInt.of(row) : OptionalInt.empty();
    }

    /** The first row whose content does not stand before the key; the catalogue's size without one. */
    static int firstFrom(List<CatalogueItem> catalogue, ContentKey key) {
        int low = 0;
        int high = catalogue.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (catalogue.get(middle).key().compareTo(key) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /**
     * The rows of the contents in a text like {@code article/167, kit/3}; unknown contents are skipped.
     *
     * @throws ApiException 400 if the text has another form, names too many contents or an unknown type
     */
    static Set<Integer> excluded(Snapshot snapshot, @Nullable String text) {
        Set<Integer> rows = new HashSet<>();
        if (text == null || text.isEmpty()) {
            return rows;
        }
        String[] keys = text.split(",", -1);
        requireFew("exclude", keys.length);
        for (String written : keys) {
            String key = written.strip();
            int slash = key.indexOf('/');
            if (slash < 1) {
                throw ApiException.of(
                                ProblemKind.MALFORMED_VALUE,
                                "exclude: found '%s', expected type/id, such as article/167".formatted(Shown.of(key)))
                        .value("parameter", "exclude")
                        .value("found", Shown.of(key))
                        .value("example", "article/167");
            }
            OptionalLong id = WholeNumber.parse("exclude", key.substring(slash + 1));
            of(snapshot, NamedTypes.of(snapshot, "exclude", key.substring(0, slash)), id)
                    .ifPresent(rows::add);
        }
        return rows;
    }

    /**
     * Refuses a request that names too many contents.
     *
     * @param name of the parameter, for the message
     * @throws ApiException 400 if there are more than 1,000
     */
    static void requireFew(String name, int found) {
        if (found > MOST) {
            throw ApiException.of(
                            ProblemKind.OUT_OF_RANGE,
                            String.format(
                                    Locale.ROOT, "%s: found %,d contents, expected at most %,d", name, found, MOST))
                    .value("parameter", name)
                    .value("found", found)
                    .value("most", MOST);
        }
    }
}
