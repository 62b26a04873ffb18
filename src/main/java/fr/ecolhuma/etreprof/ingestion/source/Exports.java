package fr.ecolhuma.etreprof.ingestion.source;

import fr.ecolhuma.etreprof.ingestion.file.ExportException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where the raw exports are: each a path or an address of a CSV, CSV.gz or Parquet file, rows in a database,
 * or a table of BigQuery.
 *
 * @param users the users' export
 * @param contents the contents' export
 * @param interactions the events' export, or {@code counts:} and a folder of their counts
 * @param topics contents with their topics, or null when there is none
 * @param access what they need that stands in no address
 */
public record Exports(
        String users,
        String contents,
        String interactions,
        @Nullable String topics,
        SourceAccess access) {

    /** The role of the events' export. */
    static final String EVENTS = "interactions";

    private static final Pattern USER = Pattern.compile("^([A-Za-z]+://)[^/?#]*@");

    /** Exports that need nothing but their addresses. */
    public Exports(String users, String contents, String interactions, @Nullable String topics) {
        this(users, contents, interactions, topics, SourceAccess.none());
    }

    /** The same places without users and passwords, which are not part of what is there. */
    public Exports withoutUsers() {
        return new Exports(bare(users), bare(contents), bare(interactions), topics == null ? null : bare(topics));
    }

    /** The same places with what the operator's exports need. */
    public Exports with(SourceAccess operators) {
        return new Exports(users, contents, interactions, topics, operators);
    }

    /** The same users and contents with events that were counted elsewhere, into a folder, in place of their export. */
    public Exports counted(Path folder) {
        return new Exports(users, contents, Location.COUNTS + folder.toAbsolutePath(), topics, access);
    }

    /** The folder of the events' counts; empty where there is an export to count. */
    public Optional<Path> counts() {
        return interactions.startsWith(Location.COUNTS)
                ? Optional.of(Path.of(interactions.substring(Location.COUNTS.length())))
                : Optional.empty();
    }

    /** What is wrong with the addresses as they are written, one sentence each; nothing is read. */
    public List<String> problems() {
        return byRole().entrySet().stream()
                .map(one -> problem(one.getKey(), one.getValue()))
                .flatMap(Optional::stream)
                .toList();
    }

    /** The kind of each source that is not a file or an http(s) address, by role; none of an address that is wrong. */
    public SortedMap<String, String> kinds() {
        SortedMap<String, String> kinds = new TreeMap<>();
        byRole().forEach((role, address) -> {
            if (problem(role, address).isEmpty()) {
                Location.of(role, address).kind().ifPresent(kind -> kinds.put(role, kind));
            }
        });
        return Collections.unmodifiableSortedMap(kinds);
    }

    /** The addresses by role, in the order in which they are read. */
    Map<String, String> byRole() {
        Map<String, String> addresses = new LinkedHashMap<>();
        addresses.put("users", users);
        addresses.put("contents", contents);
        addresses.put(EVENTS, interactions);
        if (topics != null) {
            addresses.put("topics", topics);
        }
        return addresses;
    }

    private static Optional<String> problem(String role, String location) {
        try {
            Location.of(role, location);
            return Optional.empty();
        } catch (ExportException e) {
            return Optional.ofNullable(e.getMessage());
        }
    }

    private static String bare(String location) {
        return USER.matcher(location).replaceFirst("$1");
    }

    /** The file on this machine that an address names; empty for other addresses, and for those that are none. */
    public static Optional<Path> file(String role, String address) {
        try {
            return Location.of(role, address) instanceof Location.OnDisk(String _, Path path)
                    ? Optional.of(path)
                    : Optional.empty();
        } catch (ExportException e) {
            return Optional.empty();
        }
    }

    /** The places alone are compared. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Exports those && byRole().equals(those.byRole());
    }

    @Override
    public int hashCode() {
        return byRole().hashCode();
    }

    /** The addresses alone: runs are compared by their digest. */
    @Override
    public String toString() {
        return "Exports[users=%s, contents=%s, interactions=%s, topics=%s]"
                .formatted(users, contents, interactions, topics);
    }
}
