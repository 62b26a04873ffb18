package fr.ecolhuma.etreprof.ingestion.row;

import fr.ecolhuma.etreprof.ingestion.cell.Years;
import fr.ecolhuma.etreprof.ingestion.file.RowTally;
import fr.ecolhuma.etreprof.ingestion.file.Table;
import fr.ecolhuma.etreprof.tables.ColumnAccount;
import fr.ecolhuma.etreprof.tables.RowAccount;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/** Reads and cleans the users' export, as docs/exports.md's "Cleaning users" says, step by step. */
public final class UserReader {

    /**
     * What was read.
     *
     * @param users kept, ascending by id
     * @param dropped ids of the users that were not kept
     * @param unclear ids of users who declared something that is no number of years
     * @param account of the rows
     * @param columns one account a column
     */
    public record Result(
            List<User> users, Set<Long> dropped, Set<Long> unclear, RowAccount account, List<ColumnAccount> columns) {

        /** The same with the years of teaching that users have in a year, no longer those they declared. */
        public Result in(int year) {
            List<User> then = users.stream()
                    .map(user -> user.in(year, unclear.contains(user.id())))
                    .toList();
            return new Result(then, dropped, unclear, account, columns);
        }
    }

    private final CountryFilter countries = new CountryFilter();
    private final List<User> users = new ArrayList<>();
    private final Set<Long> seen = new HashSet<>();
    private final Set<Long> dropped = new HashSet<>();
    private final Set<Long> unclear = new HashSet<>();
    private final UserCells cells;
    private final RowTally tally;
    private final LongPredicate erased;

    private UserReader(UserCells cells, RowTally tally, LongPredicate erased) {
        this.cells = cells;
        this.tally = tally;
        this.erased = erased;
    }

    /**
     * Reads the whole table but those who are erased; the years of teaching are those that were declared.
     *
     * @param years those that sign-ups may be in
     */
    public static Result read(Table table, String file, Years years, LongPredicate erased) {
        UserReader reader = new UserReader(new UserCells(file, table, years), new RowTally(file), erased);
        while (table.next()) {
            reader.row(table);
        }
        return reader.result();
    }

    private Result result() {
        Set<Long> withoutSignUp = cells.withoutSignUp();
        users.replaceAll(user -> withoutSignUp.contains(user.id()) ? user.signedUp(null) : user);
        users.sort(Comparator.comparingLong(User::id));
        users.forEach(user -> dropped.remove(user.id()));
        return new Result(List.copyOf(users), dropped, unclear, tally.account(), cells.accounts());
    }

    private void row(Table row) {
        String defect = row.defect();
        Long id = defect == null ? UserCells.id(row) : null;
        if (defect != null) {
            tally.add(defect, row.line());
        } else if (id != null && erased.test(id)) {
            dropped.add(id);
            tally.add("erased", row.line());
        } else {
            UserCells.Row read = cells.read(row);
            String reason = id == null ? "bad_id" : refusal(read);
            tally.add(reason, row.line());
            if (id != null && reason == null) {
                users.add(read.user());
                if (read.unclear()) {
                    unclear.add(id);
                }
            }
        }
    }

    private @Nullable String refusal(UserCells.Row row) {
        long id = row.user().id();
        if ("be".equalsIgnoreCase(row.locale())) {
            dropped.add(id);
            return "locale_be";
        }
        if (!seen.add(id)) {
            return "duplicate_id";
        }
        if (!countries.isFrance(row.country())) {
            dropped.add(id);
            return "not_in_france";
        }
        return null;
    }
}
