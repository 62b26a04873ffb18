package fr.ecolhuma.etreprof.features.engine;

import fr.ecolhuma.etreprof.tables.RowAccount;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What became of the rows of an events' export before they are tallied.
 *
 * @param file the file's name, without its folder
 * @param read rows found, without the header
 * @param rejected rows that are in no tally, by reason: {@code malformed}, {@code oversized}, {@code duplicate}
 */
public record EventAccount(String file, long read, SortedMap<String, RowAccount.Rejection> rejected) {

    public EventAccount {
        rejected = Collections.unmodifiableSortedMap(new TreeMap<>(rejected));
    }

    /** Rows that are in a tally. */
    public long tallied() {
        return read
                - rejected.values().stream()
                        .mapToLong(RowAccount.Rejection::rows)
                        .sum();
    }
}
