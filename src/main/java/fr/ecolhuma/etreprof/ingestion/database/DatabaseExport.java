package fr.ecolhuma.etreprof.ingestion.database;

import java.util.regex.Pattern;

/**
 * An export that a database has.
 *
 * @param name for messages: the table or the role, and the host
 * @param database where it is
 * @param rows which rows of it
 */
public record DatabaseExport(String name, Database database, ExportRows rows) {

    private static final Pattern POSTGRES =
            Pattern.compile("postgres(ql)?://.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern JDBC = Pattern.compile("jdbc:.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** Whether an address names rows of a database. */
    public static boolean isAddress(String text) {
        return POSTGRES.matcher(text).matches() || JDBC.matcher(text).matches();
    }

    /** The kind of database. */
    public String kind() {
        return switch (database) {
            case PostgresServer _ -> "postgresql";
            case JdbcDatabase _ -> "jdbc";
        };
    }

    /**
     * Reads an address.
     *
     * @throws fr.ecolhuma.etreprof.ingestion.file.ExportException if it is none, or holds a password
     */
    public static DatabaseExport of(String role, String text) {
        try {
            AddressParts parts = AddressParts.of(text);
            Database database =
                    JDBC.matcher(text).matches() ? JdbcDatabase.of(role, parts) : PostgresServer.of(role, parts);
            ExportRows rows = ExportRows.of(role, parts);
            return new DatabaseExport(rows.label(role) + " on " + database.host(), database, rows);
        } catch (IllegalArgumentException e) {
            throw AddressParts.refused(role, "has a % that encodes no sign; write % itself as %25");
        }
    }
}
