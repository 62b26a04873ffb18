package fr.ecolhuma.etreprof.features.bigquery;

import fr.ecolhuma.etreprof.ingestion.engine.DuckDb;
import fr.ecolhuma.etreprof.ingestion.warehouse.WarehouseTable;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.duckdb.DuckDBAppender;
import org.jspecify.annotations.Nullable;

/** Brings what BigQuery has counted into the tables of the extraction. */
final class CountedRows {

    private static final List<String> COUNTS =
            List.of("part", "user_id", "kind", "content_id", "late", "row_count", "first_us", "last_us");

    private static final List<String> WINDOWS = windows();

    private CountedRows() {}

    private static List<String> windows() {
        List<String> columns = new ArrayList<>(List.of("user_id"));
        IntStream.range(0, 12).forEach(i -> columns.add("week_minus_" + i));
        IntStream.range(0, 12).forEach(i -> columns.add("month_minus_" + i));
        IntStream.range(0, 3).forEach(i -> columns.add("year_minus_" + i));
        return columns;
    }

    /** Fills tallies and uses; returns how many rows of the export are in the tallies. */
    static long counts(DuckDb tables, WarehouseTable table, String query) {
        long[] tallied = {0};
        tables.append(
                "tallies",
                tallies -> tables.append(
                        "uses",
                        uses -> table.<SQLException>query(
                                query,
                                COUNTS,
                                row -> tallied[0] +=
                                        "tallies".equals(row.get(0)) ? tally(tallies, row) : use(uses, row))));
        return tallied[0];
    }

    private static long tally(DuckDBAppender tallies, List<@Nullable String> row) throws SQLException {
        tallies.beginRow();
        number(tallies, row.get(1));
        kind(tallies, row.get(2));
        String late = row.get(4);
        if (late == null) {
            tallies.appendNull();
        } else {
            tallies.append(Boolean.parseBoolean(late));
        }
        number(tallies, row.get(5));
        number(tallies, row.get(6));
        number(tallies, row.get(7));
        tallies.endRow();
        return Long.parseLong(String.valueOf(row.get(5)));
    }

    private static long use(DuckDBAppender uses, List<@Nullable String> row) throws SQLException {
        uses.beginRow();
        number(uses, row.get(1));
        kind(uses, row.get(2));
        number(uses, row.get(3));
        number(uses, row.get(5));
        number(uses, row.get(7));
        uses.endRow();
        return 0;
    }

    /** Fills the table of events by week, month and year. */
    static void windows(DuckDb tables, WarehouseTable table, String query) {
        tables.append(
                "windows",
                windows -> table.<SQLException>query(query, WINDOWS, row -> {
                    windows.beginRow();
                    for (String cell : row) {
                        number(windows, cell);
                    }
                    windows.endRow();
                }));
    }

    private static void kind(DuckDBAppender appender, @Nullable String cell) throws SQLException {
        appender.append(Byte.parseByte(String.valueOf(cell)));
    }

    private static void number(DuckDBAppender appender, @Nullable String cell) throws SQLException {
        if (cell == null) {
            appender.appendNull();
        } else {
            appender.append(Long.parseLong(cell));
        }
    }
}
