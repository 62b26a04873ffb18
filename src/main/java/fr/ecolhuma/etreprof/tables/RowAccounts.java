package fr.ecolhuma.etreprof.tables;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The rows of the three exports, kept or rejected; in JSON a list of the accounts, in this order.
 *
 * @param users of the users export
 * @param contents of the contents export
 * @param events of the interactions export
 */
public record RowAccounts(RowAccount users, RowAccount contents, RowAccount events) {

    private static final int EXPORTS = 3;

    /**
     * The accounts from their list; accounts missing at its end are {@link RowAccount#NONE}.
     *
     * @throws IllegalArgumentException if there are more than three
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static RowAccounts of(List<RowAccount> files) {
        if (files.size() > EXPORTS) {
            throw new IllegalArgumentException(
                    "rows: found %d accounts, expected those of users, contents and interactions"
                            .formatted(files.size()));
        }
        return new RowAccounts(at(files, 0), at(files, 1), at(files, 2));
    }

    private static RowAccount at(List<RowAccount> files, int place) {
        return place < files.size() ? files.get(place) : RowAccount.NONE;
    }

    /** The accounts by the names of their exports. */
    public Map<String, RowAccount> byExport() {
        Map<String, RowAccount> accounts = new LinkedHashMap<>();
        accounts.put("users", users);
        accounts.put("contents", contents);
        accounts.put("events", events);
        return Collections.unmodifiableMap(accounts);
    }

    /** The existing accounts, users first, then contents, then events. */
    @JsonValue
    public List<RowAccount> files() {
        return Stream.of(users, contents, events)
                .filter(account -> !account.equals(RowAccount.NONE))
                .toList();
    }

    /** Rows read of all exports together. */
    public long read() {
        return users.read() + contents.read() + events.read();
    }

    /** Rows kept of all exports together. */
    public long kept() {
        return users.kept() + contents.kept() + events.kept();
    }
}
