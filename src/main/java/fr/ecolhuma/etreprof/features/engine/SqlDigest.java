package fr.ecolhuma.etreprof.features.engine;

import fr.ecolhuma.etreprof.domain.Digests;
import java.util.List;

/**
 * The digest of what counts mean: SHA-256 of {@code sql/typing.txt} and, in the order of their names, the files of
 * {@code sql/counting}. Counts of two engines may take each other's place if it is the same.
 */
public final class SqlDigest {

    /** The shared queries that count, in the order of their names. */
    static final List<String> COUNTING = List.of(
            "as_of",
            "cell_tallies",
            "counted_events",
            "events",
            "first_of_repeated",
            "repeats",
            "tallies",
            "typed_events",
            "uses",
            "windows");

    private SqlDigest() {}

    /** The digest of this version, in hexadecimal. */
    public static String current() {
        StringBuilder texts = new StringBuilder(Sql.typing());
        COUNTING.forEach(name -> texts.append(Sql.text("counting/" + name)));
        return Digests.sha256(texts.toString());
    }
}
