package fr.ecolhuma.etreprof.features.engine;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
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
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(Sql.typing().getBytes(StandardCharsets.UTF_8));
            COUNTING.forEach(name -> digest.update(Sql.text("counting/" + name).getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
