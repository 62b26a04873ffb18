package fr.ecolhuma.etreprof.ingestion.database;

import fr.ecolhuma.etreprof.ingestion.file.ExportException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An address of a database: what stands before the question mark, and the parameters behind it, decoded.
 *
 * @param place the address without parameters
 * @param parameters by name
 */
record AddressParts(String place, SortedMap<String, String> parameters) {

    AddressParts {
        parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
    }

    /** A sign that is not percent-encoded stands for itself; only {@code &} and {@code %} in a query must be. */
    static AddressParts of(String text) {
        int mark = text.indexOf('?');
        SortedMap<String, String> parameters = new TreeMap<>();
        if (mark >= 0) {
            for (String one : text.substring(mark + 1).split("&", -1)) {
                String[] parts = one.split("=", 2);
                parameters.put(parts[0], parts.length > 1 ? decoded(parts[1]) : "");
            }
        }
        return new AddressParts(mark < 0 ? text : text.substring(0, mark), parameters);
    }

    static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** The refusal of an address; shows nothing of it, which may hold a password. */
    static ExportException refused(String role, String why) {
        return new ExportException("the address of the %s export %s".formatted(role, why));
    }

    /** The refusal of an address with a password: addresses stand in files, logs and lists of processes. */
    static ExportException withPassword(String role) {
        return refused(
                role,
                "holds a password; take it out, and set ETREPROF_EXPORTS_PASSWORD or ETREPROF_EXPORTS_PASSWORD_FILE"
                        + " (for PostgreSQL also PGPASSFILE)");
    }
}
