package fr.ecolhuma.etreprof.features.count;

import fr.ecolhuma.etreprof.domain.Defi;
import fr.ecolhuma.etreprof.features.engine.EventCounts;
import fr.ecolhuma.etreprof.features.engine.Micros;
import fr.ecolhuma.etreprof.features.engine.Sql;
import fr.ecolhuma.etreprof.ingestion.engine.DuckDb;
import fr.ecolhuma.etreprof.ingestion.row.Content;
import fr.ecolhuma.etreprof.ingestion.row.User;
import fr.ecolhuma.etreprof.ingestion.row.UserReader;
import fr.ecolhuma.etreprof.tables.CountMatrix;
import fr.ecolhuma.etreprof.tables.InteractionTable;
import fr.ecolhuma.etreprof.tables.RowAccount;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.duckdb.DuckDBAppender;

/** What an engine has counted of the events, joined with users and contents. */
public final class EventJoin {

    private static final long MICROS = 1_000_000;
    private static final long RECENT_MICROS = 3L * 365 * 24 * 3600 * MICROS;

    private final DuckDb tables;
    private final LocalDateTime asOf;

    private EventJoin(DuckDb tables, LocalDateTime asOf) {
        this.tables = tables;
        this.asOf = asOf;
    }

    /** Makes the tables that an engine fills and that are joined with them. */
    public static void prepare(DuckDb tables) {
        tables.run(Sql.text("joining/tables"));
    }

    /**
     * Brings in the users and contents.
     *
     * @param tables those that an engine has filled
     * @param asOf the instant at which everything was counted
     */
    public static EventJoin of(DuckDb tables, LocalDateTime asOf, UserReader.Result users, List<Content> contents) {
        tables.append("users", appender -> appendUsers(appender, users.users(), users.dropped()));
        tables.append("contents", appender -> appendContents(appender, contents));
        tables.run("CREATE VIEW judged_tallies AS "
                + Sql.text("joining/judged", "as_of_us", Micros.of(asOf)).replace("{events}", "tallied"));
        tables.run("CREATE TABLE usage AS " + Sql.text("joining/usage"));
        return new EventJoin(tables, asOf);
    }

    /** What became of every row of the export. */
    public RowAccount account(EventCounts counts) {
        Map<String, Long> reasons = reasons();
        Long kept = reasons.remove("kept");
        SortedMap<String, RowAccount.Rejection> before = counts.account().rejected();
        SortedMap<String, RowAccount.Rejection> rejected = new TreeMap<>(before);
        before.forEach((reason, rows) -> {
            if (rows.lines().isEmpty()) {
                reasons.put(reason, rows.rows());
            }
        });
        Map<String, List<Long>> lines = counts.lines().of(reasons);
        reasons.forEach((reason, rows) ->
                rejected.put(reason, new RowAccount.Rejection(rows, lines.getOrDefault(reason, List.of()))));
        return new RowAccount(counts.account().file(), counts.account().read(), kept == null ? 0 : kept, rejected);
    }

    /** How many rows of the tallies each reason has, {@code kept} among them. */
    private Map<String, Long> reasons() {
        Map<String, Long> counts = new HashMap<>();
        tables.query(
                Sql.text("joining/accounting"), row -> counts.put(row.getString("reason"), row.getLong("row_count")));
        return counts;
    }

    /** Uses whose content the catalogue does not have. */
    public long unknownContentEvents() {
        return tables.number(Sql.text("joining/unknown_contents"));
    }

    /**
     * What each user did.
     *
     * @param windows whether events were counted by week, month and year
     */
    public FeatureTable table(List<User> users, boolean windows) {
        int rows = users.size();
        List<String> columns = windows ? FeatureTable.ACTIVITY : FeatureTable.ACTIVITY.subList(0, 1);
        int[] behaviour = new int[rows * FeatureTable.BEHAVIOUR.size()];
        int[] activity = new int[rows * columns.size()];
        EventDates dates = new EventDates(rows);
        tables.query(Sql.text("joining/usage_features"), row -> {
            int user = row.getInt(1);
            copy(row, 2, FeatureTable.USAGE.size(), behaviour, user * FeatureTable.BEHAVIOUR.size());
        });
        tables.query(Sql.text("joining/activity_features"), row -> {
            int user = row.getInt(1);
            dates.put(user, row.getLong(2), row.getLong(3));
            int reactions = user * FeatureTable.BEHAVIOUR.size() + FeatureTable.USAGE.size();
            copy(row, 4, FeatureTable.REACTIONS.size(), behaviour, reactions);
            copy(row, 4 + FeatureTable.REACTIONS.size(), 1, activity, user * columns.size());
        });
        if (windows) {
            tables.query(
                    Sql.text("joining/window_features"),
                    row -> copy(row, 2, columns.size() - 1, activity, row.getInt(1) * columns.size() + 1));
        }
        return new FeatureTable(
                users, CountMatrix.of(FeatureTable.BEHAVIOUR, behaviour), CountMatrix.of(columns, activity), dates);
    }

    /** Who used which content; an entry is recent when its last use is in the 3 x 365 days before the as-of instant. */
    public ContentUses uses(int users) {
        long oldest = Micros.of(asOf) - RECENT_MICROS;
        int[] starts = new int[users + 1];
        IntStream.Builder contents = IntStream.builder();
        IntStream.Builder uses = IntStream.builder();
        LongStream.Builder seconds = LongStream.builder();
        BitSet recent = new BitSet();
        int[] entries = {0};
        tables.query(Sql.text("joining/interactions"), row -> {
            long last = row.getLong(4);
            starts[row.getInt(1) + 1]++;
            contents.add(row.getInt(2));
            uses.add(row.getInt(3));
            seconds.add(Math.floorDiv(last, MICROS));
            recent.set(entries[0]++, last > oldest);
        });
        Arrays.parallelPrefix(starts, Integer::sum);
        InteractionTable table = InteractionTable.of(
                starts,
                contents.build().toArray(),
                uses.build().toArray(),
                seconds.build().toArray());
        return new ContentUses(table, recent);
    }

    /** Copies columns that stand side by side, by place: asking 9 million times by name would take seconds. */
    private static void copy(ResultSet row, int from, int count, int[] cells, int to) throws SQLException {
        for (int i = 0; i < count; i++) {
            cells[to + i] = row.getInt(from + i);
        }
    }

    private static void appendUsers(DuckDBAppender appender, List<User> users, Set<Long> dropped) throws SQLException {
        for (int place = 0; place < users.size(); place++) {
            appender.beginRow();
            appender.append(users.get(place).id());
            appender.append(place);
            appender.endRow();
        }
        for (long id : dropped) {
            appender.beginRow();
            appender.append(id);
            appender.appendNull();
            appender.endRow();
        }
    }

    private static void appendContents(DuckDBAppender appender, List<Content> contents) throws SQLException {
        for (int place = 0; place < contents.size(); place++) {
            Content content = contents.get(place);
            appender.beginRow();
            appender.append(place);
            appendKind(appender, content.key().type());
            appender.append(content.key().id());
            for (String flag : Defi.COLUMNS) {
                appender.append(content.flags().contains(flag));
            }
            appender.endRow();
        }
    }

    private static void appendKind(DuckDBAppender appender, String type) throws SQLException {
        int kind = List.of("article", "fiche_outils", "guide_pratique").indexOf(type) + 1;
        if (kind == 0) {
            appender.appendNull();
        } else {
            appender.append((byte) kind);
        }
    }
}
