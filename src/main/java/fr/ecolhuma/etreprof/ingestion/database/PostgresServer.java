package fr.ecolhuma.etreprof.ingestion.database;

import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A database of a PostgreSQL server.
 *
 * @param port of the server
 * @param name of the database
 * @param user who reads; null where the address names none
 * @param tls the parameters of the encryption, as libpq calls them
 */
record PostgresServer(
        String host, int port, String name, @Nullable String user, SortedMap<String, String> tls) implements Database {

    private static final int USUAL_PORT = 5432;
    private static final int MOST_PORT = 65_535;
    /** A host may have an underscore, as services of Docker Compose do; to Java's URI it would be none. */
    private static final Pattern PLACE = Pattern.compile(
            "postgres(?:ql)?://(?:(?<user>.*)@)?"
                    + "(?<host>\\[[0-9a-f:.%]+]|[a-z0-9._-]+)(?::(?<port>\\d{1,5}))?/(?<name>[^/]+)",
            Pattern.CASE_INSENSITIVE);

    private static final Set<String> TLS = Set.of("sslmode", "sslrootcert", "sslcert", "sslkey");
    private static final Set<String> MODES = Set.of("disable", "prefer", "require", "verify-ca", "verify-full");

    static PostgresServer of(String role, AddressParts address) {
        Matcher place = PLACE.matcher(address.place());
        if (!place.matches()) {
            throw invalid(role);
        }
        String user = place.group("user");
        if (address.parameters().containsKey("password") || (user != null && user.indexOf(':') >= 0)) {
            throw AddressParts.withPassword(role);
        }
        int port = place.group("port") == null ? USUAL_PORT : Integer.parseInt(place.group("port"));
        if (port < 1 || port > MOST_PORT) {
            throw invalid(role);
        }
        return new PostgresServer(
                place.group("host"),
                port,
                AddressParts.decoded(place.group("name")),
                user == null || user.isEmpty() ? null : AddressParts.decoded(user),
                tls(role, address));
    }

    private static RuntimeException invalid(String role) {
        return AddressParts.refused(
                role,
                "is not one of PostgreSQL; expected postgresql://user@host:port/database?table=schema.name or ?query=SELECT…,"
                        + " signs such as @ : / # % in a name as %40 %3A %2F %23 %25");
    }

    private static SortedMap<String, String> tls(String role, AddressParts address) {
        SortedMap<String, String> tls = new TreeMap<>(address.parameters());
        tls.keySet().remove(ExportRows.TABLE);
        tls.keySet().remove(ExportRows.QUERY);
        if (!TLS.containsAll(tls.keySet()) || !MODES.contains(tls.getOrDefault("sslmode", "prefer"))) {
            throw AddressParts.refused(
                    role,
                    "has an unknown parameter; expected table or query, sslmode (disable, prefer, require, verify-ca,"
                            + " verify-full), sslrootcert, sslcert, sslkey; write & and % in a query as %26 and %25");
        }
        return tls;
    }

    /** Whether a connection without TLS is out of the question. */
    boolean needsTls() {
        return !Set.of("disable", "prefer").contains(tls.getOrDefault("sslmode", "prefer"));
    }

    /** Whether the server must prove who it is. */
    boolean verifies() {
        return tls.getOrDefault("sslmode", "prefer").startsWith("verify");
    }

    @Override
    public DatabaseReader open(String export, DatabaseAccess access) {
        return PostgresReader.open(export, this, access);
    }
}
