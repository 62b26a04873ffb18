package fr.ecolhuma.etreprof.features.folder;

import fr.ecolhuma.etreprof.features.engine.EventAccount;
import fr.ecolhuma.etreprof.tables.ColumnAccount;
import fr.ecolhuma.etreprof.tables.RowAccount;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.SortedMap;

/**
 * The account of a folder of counts: {@code account.json}.
 *
 * @param format {@link #FORMAT}
 * @param engine name and version of what counted
 * @param sql the digest of the SQL by which it counted
 * @param asOf the instant at which everything is counted
 * @param begun when counting began
 * @param ended when it ended
 * @param file the name of the events' export, without its folder
 * @param rows rows of the export, without the header
 * @param rejected rows that are in no tally, by reason
 * @param lines first lines of rows that are in a tally and do not count, by reason, as far as they are known
 * @param columns what the cells of each column said
 * @param inputs SHA-256 of each input by its role
 * @param files SHA-256 of each file of the folder by its name
 */
record CountsAccount(
        int format,
        String engine,
        String sql,
        LocalDateTime asOf,
        Instant begun,
        Instant ended,
        String file,
        long rows,
        SortedMap<String, RowAccount.Rejection> rejected,
        SortedMap<String, List<Long>> lines,
        List<ColumnAccount> columns,
        SortedMap<String, String> inputs,
        SortedMap<String, String> files) {

    /** The format that this version reads and writes. */
    static final int FORMAT = 1;

    /** What became of the rows before users have a say. */
    EventAccount events() {
        return new EventAccount(file, rows, rejected);
    }
}
