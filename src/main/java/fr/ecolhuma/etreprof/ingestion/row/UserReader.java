package fr.ecolhuma.etreprof.ingestion.row;

import fr.ecolhuma.etreprof.ingestion.cell.Years;
import fr.ecolhuma.etreprof.ingestion.file.RowTally;
import fr.ecolhuma.etreprof.ingestion.file.Table;
import fr.ecolhuma.etreprof.tables.ColumnAccount;
import fr.ecolhuma.etreprof.tables.RowAccount;
import java.time.LocalDateTime;
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
     * @param account of the rows
     * @param columns one account a column
     */
    public record Result(List<User> users, Set<Long> dropped, RowAccount account, List<ColumnAccount> columns) {}

    /** What was read, before it is known what the as-of is. */
    public static final class Rows {

        private final List<Kept> kept;
        private final Set<Long> dropped;
        private final RowAccount account;
        private final List<ColumnAccount> columns;

        private Rows(List<Kept> kept, Set<Long> dropped, RowAccount account, List<ColumnAccount> columns) {
            this.kept = kept;
            this.dropped = dropped;
            this.account = account;
            this.columns = columns;
        }

        /** What became of the rows, whenever the users signed up. */
        public RowAccount account() {
            return account;
        }

        /** The users who had signed up at an instant, with the years of teaching that they had in its year. */
        public Result at(LocalDateTime asOf) {
            Set<Long> absent = new HashSet<>(dropped);
            List<Long> lines = new ArrayList<>();
            List<User> users = new ArrayList<>();
            for (Kept one : kept) {
                if (one.user.hasSignedUpAfter(asOf)) {
                    absent.add(one.user.id());
                    lines.add(one.line);
                } else {
                    users.add(one.user.in(asOf.getYear(), one.unclear));
                }
            }
            return new Result(List.copyOf(users), absent, account.without("after_as_of", lines), columns);
        }
    }

    /**
     * A user whose row is kept.
     *
     * @param unclear whether something was declared that is no number of years
     */
    private record Kept(User user, long line, boolean unclear) {}

    private final CountryFilter countries = new CountryFilter();
    private final List<Kept> kept = new ArrayList<>();
    private final Set<Long> seen = new HashSet<>();
    private final Set<Long> dropped = new HashSet<>();
    private final UserCells cells;
    private final RowTally tally;
    private final LongPredicate erased;

    private UserReader(UserCells cells, RowTally tally, LongPredicate erased) {
        this.cells = cells;
        this.tally = tally;
        this.erased = erased;
    }

    /**
     * Reads the whole table but those who are erased.
     *
     * @param years those that sign-ups may be in
     */
    public static Rows read(Table table, String file, Years years, LongPredicate erased) {
        UserReader reader = new UserReader(new UserCells(file, table, years), new RowTally(file), erased);
        while (table.next()) {
            reader.row(table);
        }
        return reader.rows();
    }

    private Rows rows() {
        Set<Long> withoutSignUp = cells.withoutSignUp();
        kept.replaceAll(one ->
                withoutSignUp.contains(one.user.id()) ? new Kept(one.user.signedUp(null), one.line, one.unclear) : one);
        kept.sort(Comparator.comparingLong(one -> one.user.id()));
        kept.forEach(one -> dropped.remove(one.user.id()));
        return new Rows(kept, dropped, tally.account(), cells.accounts());
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
                kept.add(new Kept(read.user(), row.line(), read.unclear()));
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
