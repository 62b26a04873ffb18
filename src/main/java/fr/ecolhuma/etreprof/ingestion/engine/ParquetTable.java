package fr.ecolhuma.etreprof.ingestion.engine;

import fr.ecolhuma.etreprof.ingestion.file.Cancellation;
import fr.ecolhuma.etreprof.ingestion.file.ExportFile;
import fr.ecolhuma.etreprof.ingestion.file.Header;
import fr.ecolhuma.etreprof.ingestion.file.RowScan;
import fr.ecolhuma.etreprof.ingestion.file.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A users' or contents' export in Parquet, every cell as a text; these tables fit in memory. */
public final class ParquetTable implements Table {

    private final Map<String, Integer> places = new LinkedHashMap<>();
    private final List<@Nullable String[]> rows = new ArrayList<>();
    private int current = -1;

    private ParquetTable() {}

    /** Reads only the columns that are used. */
    public static ParquetTable open(DuckDb engine, ExportFile file) {
        List<String> raw = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        engine.query(
                "DESCRIBE SELECT * FROM read_parquet(%s, hive_partitioning = false, binary_as_string = true)"
                        .formatted(DuckDb.literal(file)),
                row -> {
                    raw.add(row.getString(1));
                    texts.add(text(row.getString(1), row.getString(2)));
                });
        Header header = Header.of(file, raw);
        ParquetTable table = new ParquetTable();
        List<String> read = new ArrayList<>();
        for (int i = 0; i < raw.size(); i++) {
            if (header.isRead(i)) {
                table.places.put(header.names().get(i), read.size());
                read.add(texts.get(i));
            }
        }
        String columns = String.join(", ", read);
        engine.query(
                "SELECT %s FROM read_parquet(%s, hive_partitioning = false, binary_as_string = true, file_row_number = true) ORDER BY file_row_number"
                        .formatted(columns, DuckDb.literal(file)),
                row -> {
                    @Nullable String[] cells = new String[read.size()];
                    for (int i = 0; i < cells.length; i++) {
                        cells[i] = row.getString(i + 1);
                    }
                    table.rows.add(cells);
                });
        return table;
    }

    @Override
    public List<String> names() {
        return List.copyOf(places.keySet());
    }

    /** A column as text; lists, structures and maps as JSON, as the exports in CSV have them. */
    private static String text(String name, String type) {
        boolean nested = type.endsWith("]") || type.startsWith("STRUCT") || type.startsWith("MAP");
        return (nested ? "CAST(TO_JSON(%s) AS VARCHAR)" : "CAST(%s AS VARCHAR)").formatted(DuckDb.identifier(name));
    }

    @Override
    public boolean next() {
        Cancellation.check();
        current++;
        return current < rows.size();
    }

    @Override
    public long line() {
        return current + 2L;
    }

    @Override
    public @Nullable String defect() {
        long characters = 0;
        for (String cell : rows.get(current)) {
            characters += cell == null ? 0 : cell.length();
        }
        return characters > RowScan.LONGEST ? "oversized" : null;
    }

    @Override
    public @Nullable String get(String column) {
        Integer place = places.get(column);
        return place == null ? null : rows.get(current)[place];
    }

    @Override
    public void close() {
        rows.clear();
    }
}
