package fr.ecolhuma.etreprof.spark;

import fr.ecolhuma.etreprof.domain.ShippedFile;
import fr.ecolhuma.etreprof.features.engine.CellTallies;
import fr.ecolhuma.etreprof.features.engine.CountRequest;
import fr.ecolhuma.etreprof.features.engine.EventColumn;
import fr.ecolhuma.etreprof.features.engine.Micros;
import fr.ecolhuma.etreprof.features.engine.Sql;
import fr.ecolhuma.etreprof.features.engine.TimeForm;
import fr.ecolhuma.etreprof.tables.ColumnAccount;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;
import org.jspecify.annotations.Nullable;

/** Types the rows of an export and counts them by the shared queries. */
final class Counting {

    /** Typed rows are read once and kept, on the disk of the cluster where memory ends. */
    private static final StorageLevel KEPT = StorageLevel.MEMORY_AND_DISK_SER();

    private final SparkSession spark;
    private final EventFiles files;
    private final CountRequest request;

    Counting(SparkSession spark, EventFiles files, CountRequest request) {
        this.spark = spark;
        this.files = files;
        this.request = request;
    }

    /**
     * What was counted.
     *
     * @param read rows of the export, without headers
     * @param unsplit rows that cannot be split into cells
     * @param repeats rows that do not count because of another with the same id
     * @param columns one account a column
     */
    record Result(
            LocalDateTime asOf,
            long read,
            long unsplit,
            long repeats,
            List<ColumnAccount> columns,
            Dataset<Row> tallies,
            Dataset<Row> uses) {

        /** Rows that are in a tally. */
        long tallied() {
            return read - unsplit - repeats;
        }
    }

    Result count() {
        RawRows raw = RawRows.read(spark, files);
        Dataset<Row> typed = typed(raw, TimeForm.TEXT);
        CellTallies cells = cells();
        TimeForm form = cells.timeForm();
        if (form != TimeForm.TEXT) {
            typed.unpersist();
            typed = typed(raw, form);
            cells = cells();
        }
        long read = typed.count();
        long whole = cells.rows().values().stream().mapToLong(Long::longValue).sum();
        if (whole == 0) {
            throw new JobException("%s: found %d rows, none of them an event that can be read; correct the export"
                    .formatted(files.name(), read));
        }
        List<ColumnAccount> columns = accounts(raw.names(), cells, form);
        long repeats = countOnce();
        LocalDateTime asOf = request.asOf(latest());
        return new Result(asOf, read, read - whole, repeats, columns, counted("tallies", asOf), counted("uses", asOf));
    }

    private Dataset<Row> typed(RawRows raw, TimeForm form) {
        RowTyping typing = new RowTyping(raw.names(), request.years(), form);
        Dataset<Row> typed = raw.rows().map(typing, Encoders.row(RowTyping.SCHEMA)).persist(KEPT);
        typed.createOrReplaceTempView("typed_rows");
        view("read_interactions", ShippedFile.text(Counting.class, "sql/read_interactions.sql"));
        view("typed_events", Sql.text("counting/typed_events"));
        view("events", Sql.text("counting/events"));
        return typed;
    }

    private Dataset<Row> view(String name, String sql) {
        Dataset<Row> rows = spark.sql(sql);
        rows.createOrReplaceTempView(name);
        return rows;
    }

    private CellTallies cells() {
        Map<Integer, Long> rows = new HashMap<>();
        for (Row row : spark.sql(Sql.text("counting/cell_tallies")).collectAsList()) {
            rows.put(((Number) row.getAs("cells")).intValue(), row.<Long>getAs("row_count"));
        }
        return new CellTallies(rows);
    }

    private List<ColumnAccount> accounts(List<String> names, CellTallies cells, TimeForm form) {
        List<ColumnAccount> accounts = new ArrayList<>();
        for (EventColumn column : EventColumn.values()) {
            if (names.contains(column.column())) {
                ColumnAccount account = cells.account(files.name(), column, form, List.of());
                requireOneUnderstood(column, account);
                accounts.add(account);
            }
        }
        return accounts;
    }

    /** Events of nobody, or of no time, are no answer. */
    private void requireOneUnderstood(EventColumn column, ColumnAccount account) {
        boolean needed = column == EventColumn.USER_ID || column == EventColumn.CREATED_AT;
        if (needed && account.understood() == 0) {
            throw new JobException("%s, column %s: found %d cells filled, of them none that can be read; correct the export"
                    .formatted(files.name(), column.column(), account.filled()));
        }
    }

    /** Makes rows that share an id one event; returns how many do not count for it. */
    private long countOnce() {
        view("repeated_ids", ShippedFile.text(Counting.class, "sql/repeated_ids.sql")).persist(KEPT);
        view("first_of_repeated", Sql.text("counting/first_of_repeated")).persist(KEPT);
        view("counted_events", Sql.text("counting/counted_events"));
        return spark.sql(Sql.text("counting/repeats")).first().getLong(0);
    }

    /** The latest event not later than now, or null when there is none. */
    private @Nullable LocalDateTime latest() {
        Row row = spark.sql(Sql.text("counting/as_of", "now_us", Micros.of(request.present()))).first();
        return row.isNullAt(0) ? null : Micros.dateTime(row.getLong(0));
    }

    private Dataset<Row> counted(String table, LocalDateTime asOf) {
        return spark.sql(Sql.text("counting/" + table, "as_of_us", Micros.of(asOf)));
    }
}
