package fr.ecolhuma.etreprof.api.lists;

import fr.ecolhuma.etreprof.domain.CatalogueItem;
import fr.ecolhuma.etreprof.domain.ContentKey;
import fr.ecolhuma.etreprof.domain.ContentTypes;
import fr.ecolhuma.etreprof.snapshot.model.Snapshot;
import java.util.List;
import java.util.stream.Stream;

/** The types of contents that a request names, in any way in which the platform writes them. */
final class NamedTypes {

    private NamedTypes() {}

    /**
     * The type as the catalogue writes it; a known one need not be there.
     *
     * @param name of the parameter, for the message
     * @throws fr.ecolhuma.etreprof.api.request.ApiException 400 if it is unknown and no content has it
     */
    static String of(Snapshot snapshot, String name, String text) {
        String type = meant(snapshot, text);
        if (isThere(snapshot, type) || ContentTypes.isKnown(type)) {
            return type;
        }
        throw Filters.unknown(
                name,
                text,
                Stream.concat(all(snapshot).stream(), ContentTypes.ALL.stream())
                        .distinct()
                        .toList());
    }

    /** The type that a text means, known or not; a catalogue of an older model may write it as it came. */
    static String meant(Snapshot snapshot, String text) {
        return isThere(snapshot, text) ? text : ContentTypes.of(text);
    }

    /** Whether a content of the catalogue has the type, written in this way. */
    static boolean isThere(Snapshot snapshot, String type) {
        List<CatalogueItem> catalogue = snapshot.model().catalogue();
        int row = ContentRows.firstFrom(catalogue, new ContentKey(type, Long.MIN_VALUE));
        return row < catalogue.size() && catalogue.get(row).key().type().equals(type);
    }

    /** Every type that a content of the catalogue has. */
    static List<String> all(Snapshot snapshot) {
        return snapshot.model().catalogue().stream()
                .map(item -> item.key().type())
                .distinct()
                .toList();
    }
}
