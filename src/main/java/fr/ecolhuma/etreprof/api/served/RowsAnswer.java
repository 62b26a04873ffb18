package fr.ecolhuma.etreprof.api.served;

import fr.ecolhuma.etreprof.tables.ColumnAccount;
import fr.ecolhuma.etreprof.tables.RowAccount;
import fr.ecolhuma.etreprof.tables.RowAccounts;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What became of the rows.
 *
 * @param reasons rejected events by reason
 * @param files every export: rows read, kept and rejected by reason, with the first lines
 * @param columns every column that is read: cells filled, null, understood and not, with the first that are not
 */
public record RowsAnswer(
        long usersRead,
        long usersKept,
        long contentsRead,
        long contentsKept,
        long eventsRead,
        long eventsKept,
        long eventsRejected,
        Map<String, Long> reasons,
        List<RowAccount> files,
        List<ColumnAccount> columns) {

    public static RowsAnswer of(RowAccounts accounts, List<ColumnAccount> columns) {
        RowAccount events = accounts.events();
        Map<String, Long> reasons = new TreeMap<>(Map.of("bad_date", 0L));
        events.rejected().forEach((reason, rejection) -> reasons.put(reason, rejection.rows()));
        return new RowsAnswer(
                accounts.users().read(),
                accounts.users().kept(),
                accounts.contents().read(),
                accounts.contents().kept(),
                events.read(),
                events.kept(),
                events.rejectedRows(),
                reasons,
                accounts.files(),
                columns);
    }
}
