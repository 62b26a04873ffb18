package fr.ecolhuma.etreprof.features;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A users' or contents' export in Parquet, every cell as a text; these tables fit in memory. */
final class ParquetTable implements Table {

    private final Map<String, Integer> places = new HashMap<>();
    private final List<@Nullable String[]> rows = new ArrayList<>();
    private int current = -1;

    private ParquetTable() {}

    static ParquetTable open(DuckDb engine, ExportFile file) {
        ParquetTable table = new ParquetTable();
        String source = "read_parquet(%s)".formatted(DuckDb.quoted(file.path().toString()));
        List<String> raw = new ArrayList<>();
        engine.query("DESCRIBE SELECT * FROM " + source, row -> raw.add(row.getString(1)));
        List<String> names = Header.of(file, raw).names();
        String texts = raw.stream()
                .map(name -> "CAST(%s AS VARCHAR)".formatted(DuckDb.identifier(name)))
                .collect(Collectors.joining(", "));
        for (int i = 0; i < names.size(); i++) {
            table.places.put(names.get(i), i);
        }
        engine.query(
                "SELECT %s FROM (SELECT * FROM %s ORDER BY file_row_number)".formatted(texts, numbered(file)), row -> {
                    @Nullable String[] cells = new String[names.size()];
                    for (int i = 0; i < cells.length; i++) {
                        cells[i] = row.getString(i + 1);
                    }
                    table.rows.add(cells);
                });
        return table;
    }

    private static String numbered(ExportFile file) {
        return "read_parquet(%s, file_row_number = true)"
                .formatted(DuckDb.quoted(file.path().toString()));
    }

    @Override
    public boolean next() {
        current++;
        return current < rows.size();
    }

    @Override
    public long line() {
        return current + 2L;
    }

    @Override
    public boolean whole() {
        return true;
    }

    @Override
    public @Nullable String get(String column) {
        Integer place = places.get(column);
        return place == null ? null : Table.meaning(rows.get(current)[place]);
    }

    @Override
    public void close() {
        rows.clear();
    }
}
