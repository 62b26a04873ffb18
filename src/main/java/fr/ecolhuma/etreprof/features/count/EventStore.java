package fr.ecolhuma.etreprof.features.count;

import fr.ecolhuma.etreprof.domain.Defi;
import fr.ecolhuma.etreprof.ingestion.cell.Years;
import fr.ecolhuma.etreprof.ingestion.engine.DuckDb;
import fr.ecolhuma.etreprof.ingestion.file.ExportFile;
import fr.ecolhuma.etreprof.ingestion.row.Content;
import fr.ecolhuma.etreprof.ingestion.row.User;
import fr.ecolhuma.etreprof.ingestion.row.UserReader;
import fr.ecolhuma.etreprof.tables.ColumnAccount;
import fr.ecolhuma.etreprof.tables.CountMatrix;
import fr.ecolhuma.etreprof.tables.InteractionTable;
import fr.ecolhuma.etreprof.tables.RowAccount;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.duckdb.DuckDBAppender;
import org.jspecify.annotations.Nullable;

/** The events in the SQL engine, and what is counted from them. */
public final class EventStore {

    private static final long MICROS = 1_000_000;
    private static final long RECENT_MICROS = 3L * 365 * 24 * 3600 * MICROS;

    private final DuckDb engine;
    private final EventRows rows;

    private EventStore(DuckDb engine, EventRows rows) {
        this.engine = engine;
        this.rows = rows;
    }

    /**
     * Reads the whole export; a repeated id counts once from here on.
     *
     * @param years those that events may be in
     */
    public static EventStore load(DuckDb engine, ExportFile file, Years years) {
        engine.run(Sql.text("tables"));
        EventRows rows = EventRows.load(engine, file, years);
        engine.run(Sql.text("duckdb/repeated_ids"));
        engine.run(Sql.text("first_of_repeated"));
        return new EventStore(engine, rows);
    }

    /** The latest event not later than now, or null when there is none. */
    @Nullable
    public LocalDateTime latest(Instant now) {
        long[] found = {Long.MIN_VALUE};
        engine.query(
                Sql.text("as_of"),
                row -> {
                    long micros = row.getLong(1);
                    found[0] = row.wasNull() ? Long.MIN_VALUE : micros;
                },
                ChronoUnit.MICROS.between(Instant.EPOCH, now));
        return found[0] == Long.MIN_VALUE ? null : dateTime(found[0]);
    }

    /** Brings in the users and contents, so that events can be judged and counted. */
    public void join(LocalDateTime asOf, UserReader.Result users, List<Content> contents) {
        engine.append("parameters", appender -> {
            appender.beginRow();
            appender.append(micros(asOf));
            appender.endRow();
        });
        engine.append("users", appender -> appendUsers(appender, users.users(), users.dropped()));
        engine.append("contents", appender -> appendContents(appender, contents));
        engine.run(Sql.text("tallies"));
        for (String rows : List.of("events", "tallies")) {
            engine.run("CREATE VIEW judged_%s AS ".formatted(rows)
                    + Sql.text("judged").replace("{events}", rows));
        }
        engine.run(Sql.text("usage"));
    }

    public RowAccount account() {
        return rows.account();
    }

    /** One account a column. */
    public List<ColumnAccount> columns() {
        return rows.columns();
    }

    public long unknownContentEvents() {
        long[] events = {0};
        engine.query(Sql.text("unknown_contents"), row -> events[0] = row.getLong(1));
        return events[0];
    }

    /**
     * What each user did.
     *
     * @param columns {@link FeatureTable#ACTIVITY}, or the first of them alone
     */
    public FeatureTable table(List<User> users, List<String> columns) {
        int rows = users.size();
        int[] behaviour = new int[rows * FeatureTable.BEHAVIOUR.size()];
        int[] activity = new int[rows * columns.size()];
        EventDates dates = new EventDates(rows);
        engine.query(Sql.text("usage_features"), row -> {
            int user = row.getInt(1);
            copy(row, 2, FeatureTable.USAGE.size(), behaviour, user * FeatureTable.BEHAVIOUR.size());
        });
        engine.query(Sql.text("activity_features"), row -> {
            int user = row.getInt(1);
            dates.put(user, row.getLong(2), row.getLong(3));
            int reactions = user * FeatureTable.BEHAVIOUR.size() + FeatureTable.USAGE.size();
            copy(row, 4, FeatureTable.REACTIONS.size(), behaviour, reactions);
            copy(row, 4 + FeatureTable.REACTIONS.size(), 1, activity, user * columns.size());
        });
        int windows = columns.size() - 1;
        if (windows > 0) {
            engine.query(
                    Sql.text("window_features"),
                    row -> copy(row, 2, windows, activity, row.getInt(1) * columns.size() + 1));
        }
        return new FeatureTable(
                users, CountMatrix.of(FeatureTable.BEHAVIOUR, behaviour), CountMatrix.of(columns, activity), dates);
    }

    /** Who used which content; an entry is recent when its last use is in the 3 x 365 days before the as-of instant. */
    public ContentUses uses(int users, LocalDateTime asOf) {
        long oldest = micros(asOf) - RECENT_MICROS;
        int[] starts = new int[users + 1];
        IntStream.Builder contents = IntStream.builder();
        IntStream.Builder uses = IntStream.builder();
        LongStream.Builder seconds = LongStream.builder();
        BitSet recent = new BitSet();
        int[] entries = {0};
        engine.query(Sql.text("interactions"), row -> {
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

    private static long micros(LocalDateTime time) {
        return ChronoUnit.MICROS.between(LocalDateTime.ofEpochSecond(0, 0, ZoneOffset.UTC), time);
    }

    private static LocalDateTime dateTime(long micros) {
        return LocalDateTime.ofEpochSecond(0, 0, ZoneOffset.UTC).plus(micros, ChronoUnit.MICROS);
    }
}
