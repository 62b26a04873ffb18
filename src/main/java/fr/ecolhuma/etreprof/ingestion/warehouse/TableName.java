package fr.ecolhuma.etreprof.ingestion.warehouse;

import fr.ecolhuma.etreprof.ingestion.file.ExportException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A table of BigQuery by its address, {@code bigquery://project/dataset.table}.
 *
 * @param project that it is in
 * @param dataset of the project
 * @param table its name
 */
public record TableName(String project, String dataset, String table) {

    private static final Pattern ADDRESS = Pattern.compile(
            "bigquery://([a-z0-9.:-]{4,60}[a-z0-9])/(\\w{1,1024})\\.([\\p{L}\\p{M}\\p{N}\\p{Pc}\\p{Pd} ]{1,1024})",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SCHEME = Pattern.compile("bigquery:/.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** Whether an address names a table. */
    public static boolean isAddress(String text) {
        return SCHEME.matcher(text).matches();
    }

    /**
     * Reads an address.
     *
     * @throws ExportException if it is none
     */
    public static TableName of(String role, String text) {
        Matcher parts = ADDRESS.matcher(text);
        if (!parts.matches()) {
            throw new ExportException(
                    "the address of the %s export names no table; expected bigquery://project/dataset.table"
                            .formatted(role));
        }
        return new TableName(parts.group(1), parts.group(2), parts.group(3));
    }

    /** What messages call it. */
    public String name() {
        return "%s.%s.%s".formatted(project, dataset, table);
    }
}
