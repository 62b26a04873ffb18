package fr.ecolhuma.etreprof.ingestion.database;

import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A database that a JDBC driver on the class path reads.
 *
 * @param url for the driver, with its own parameters
 * @param user who reads; null where the address names none
 * @param host for messages
 */
record JdbcDatabase(String url, @Nullable String user, String host) implements Database {

    private static final Pattern PASSWORD =
            Pattern.compile("(?i)(passw(or)?d|pwd)\\s*=|//[^/?@]*:[^/?]*@|:thin:[^@]*/[^@]*@");
    private static final Pattern POSTGRES = Pattern.compile("(?i)jdbc:postgresql:.*", Pattern.DOTALL);
    private static final Pattern HOST = Pattern.compile("(?i)jdbc:([a-z0-9]+):(?:.*?//(?:[^/@]*@)?([a-z0-9._-]+))?.*");
    private static final String USER = "user";

    static JdbcDatabase of(String role, AddressParts address) {
        if (PASSWORD.matcher(address.place()).find()
                || address.parameters().keySet().stream()
                        .anyMatch(name -> PASSWORD.matcher(name + '=').find())) {
            throw AddressParts.withPassword(role);
        }
        if (POSTGRES.matcher(address.place()).matches()) {
            throw AddressParts.refused(
                    role, "begins with jdbc:postgresql:; write postgresql:// for it, which is faster");
        }
        SortedMap<String, String> own = new TreeMap<>(address.parameters());
        own.keySet().remove(ExportRows.TABLE);
        own.keySet().remove(ExportRows.QUERY);
        String user = own.remove(USER);
        String rest = own.entrySet().stream()
                .map(one -> one.getKey() + '=' + one.getValue())
                .collect(Collectors.joining("&"));
        return new JdbcDatabase(address.place() + (rest.isEmpty() ? "" : '?' + rest), user, hostOf(address.place()));
    }

    private static String hostOf(String place) {
        Matcher parts = HOST.matcher(place);
        if (!parts.matches()) {
            return "its database";
        }
        return parts.group(2) == null ? parts.group(1) : parts.group(2);
    }

    @Override
    public DatabaseReader open(String export, DatabaseAccess access) {
        return JdbcReader.open(export, this, access);
    }

    /** The URL may hold what a driver takes for a secret. */
    @Override
    public String toString() {
        return "jdbc on " + host;
    }
}
