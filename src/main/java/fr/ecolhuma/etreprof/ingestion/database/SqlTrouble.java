package fr.ecolhuma.etreprof.ingestion.database;

import fr.ecolhuma.etreprof.ingestion.remote.NetworkTrouble;
import java.sql.SQLException;
import java.util.Map;

/** What a database's failure means, by its SQLSTATE; a server's own words may hold data, or be in any language. */
final class SqlTrouble {

    private static final String NAMES = "42";
    private static final String LOST = "08";

    private static final Map<String, String> STATES = Map.ofEntries(
            Map.entry("42P01", "there is no such table; check its name, schema, and upper and lower case"),
            Map.entry("42S02", "there is no such table; check its name and schema"),
            Map.entry("3F000", "there is no such schema; check its name"),
            Map.entry("42703", "the query names a column that is not there; correct it"),
            Map.entry("42S22", "the query names a column that is not there; correct it"),
            Map.entry(
                    "42501", "the user has no right to read it; GRANT SELECT on the table to the user of the address"),
            Map.entry("42601", "the query is not valid SQL; correct it"),
            Map.entry("25006", "the query would change the database; give one that only reads"),
            Map.entry("57014", "the database stopped the query, which took too long or was cancelled; try again"),
            Map.entry("40001", "the database could not keep the snapshot until the end, as a standby may; try again"),
            Map.entry("53300", "the database has no connection left; try again later"),
            Map.entry("57P01", "the server was shut down in the middle; nothing of it was used, try again"),
            Map.entry("57P02", "the server crashed in the middle; nothing of it was used, try again"),
            Map.entry("57P03", "the server is starting or stopping; try again later"),
            Map.entry("3D000", "there is no such database on the server; check the address"),
            Map.entry(
                    "28000",
                    "the server does not admit this user from here; check the user, and the server's rules (pg_hba.conf)"),
            Map.entry(
                    "28P01",
                    "the server refused the password; check the user in the address, and the password in "
                            + "ETREPROF_EXPORTS_PASSWORD, ETREPROF_EXPORTS_PASSWORD_FILE, PGPASSWORD or the file PGPASSFILE"));

    private SqlTrouble() {}

    /**
     * What was found and what to do.
     *
     * @param lost what to say of a connection that broke off
     */
    static String of(SQLException failure, String lost) {
        String state = String.valueOf(failure.getSQLState());
        String known = STATES.get(state);
        if (known != null) {
            return known;
        }
        if (state.startsWith(LOST)) {
            return NetworkTrouble.behind(failure).map(NetworkTrouble::message).orElse(lost);
        }
        return state.startsWith(NAMES)
                ? "the query cannot be run (SQLSTATE %s); check it by hand".formatted(state)
                : "the database failed (SQLSTATE %s); its log says why".formatted(state);
    }
}
