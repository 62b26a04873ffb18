package fr.ecolhuma.etreprof.features.duckdb;

import fr.ecolhuma.etreprof.features.engine.Sql;
import fr.ecolhuma.etreprof.ingestion.engine.DuckDb;
import fr.ecolhuma.etreprof.ingestion.file.CsvTable;
import fr.ecolhuma.etreprof.ingestion.file.ExportFile;
import fr.ecolhuma.etreprof.ingestion.file.Header;
import fr.ecolhuma.etreprof.ingestion.file.RowScan;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The events' export as the view {@code raw_interactions}, every column but the id a text, whatever its format and order. */
final class InteractionSource {

    private static final List<String> COLUMNS = List.of("user_id", "type", "content_type", "content_id", "created_at");

    private final DuckDb engine;
    private final ExportFile file;
    private final List<String> names;
    private final List<String> identifiers;
    private EngineText text;

    private InteractionSource(
            DuckDb engine, ExportFile file, List<String> names, List<String> identifiers, EngineText text) {
        this.engine = engine;
        this.file = file;
        this.names = names;
        this.identifiers = identifiers;
        this.text = text;
    }

    /** Reads the header only. */
    static InteractionSource of(DuckDb engine, ExportFile file) {
        if (file.format() == ExportFile.Format.PARQUET) {
            List<String> raw = new ArrayList<>();
            engine.query("DESCRIBE SELECT * FROM " + parquet(file), row -> raw.add(row.getString(1)));
            List<String> quoted = raw.stream().map(DuckDb::identifier).toList();
            return new InteractionSource(
                    engine, file, Header.of(file, raw).names(), quoted, EngineText.of(engine, file));
        }
        List<String> names;
        try (CsvTable table = CsvTable.open(file)) {
            names = table.names();
        }
        List<String> places =
                IntStream.range(0, names.size()).mapToObj(i -> "c" + i).toList();
        return new InteractionSource(engine, file, names, places, EngineText.of(engine, file));
    }

    /** The columns as the file names them, in its order. */
    List<String> names() {
        return names;
    }

    /** The view of a file whose rows are all whole; reading it fails at the first one that is not. */
    void define() {
        define("");
    }

    /**
     * The view without the rows that cannot be split into cells; only for a file that {@link RowScan} has passed.
     *
     * @param parallel whether threads may begin anywhere in it
     */
    void defineWithoutDefects(boolean mixedLineEnds, boolean parallel) {
        define(", ignore_errors = true, parallel = %s, strict_mode = %s".formatted(parallel, !mixedLineEnds));
    }

    /** The view of the rows that are whole, which are copied for it; for a file that the engine splits in another way. */
    void defineCopied() {
        text = EngineText.ofWholeRows(engine, file, names);
        define("");
    }

    private void define(String options) {
        String id = names.contains("id") ? text("id") : "CAST(NULL AS VARCHAR)";
        String all = String.join(", ", identifiers);
        String columns =
                COLUMNS.stream().map(name -> text(name) + " AS " + name).collect(Collectors.joining(", "));
        String source = file.format() == ExportFile.Format.PARQUET ? parquet(file) : csv(options);
        engine.run(Sql.text("duckdb/raw_interactions")
                .replace("{id}", id)
                .replace("{all}", all)
                .replace("{columns}", columns)
                .replace("{source}", source));
    }

    private String text(String name) {
        return "CAST(%s AS VARCHAR)".formatted(identifiers.get(names.indexOf(name)));
    }

    private static String parquet(ExportFile file) {
        return "read_parquet(%s, hive_partitioning = false, binary_as_string = true)".formatted(DuckDb.literal(file));
    }

    private String csv(String options) {
        String types = identifiers.stream()
                .map(name -> DuckDb.quoted(name) + ": 'VARCHAR'")
                .collect(Collectors.joining(", ", "{", "}"));
        return """
                read_csv(%s, header = true, auto_detect = false, delim = %s, quote = '"', escape = '"', columns = %s,
                    compression = '%s', skip = %d, hive_partitioning = false, max_line_size = %d%s)""".formatted(
                        DuckDb.literal(text.path()),
                        DuckDb.quoted(String.valueOf(file.form().separator())),
                        types,
                        text.packed() ? "gzip" : "none",
                        text.skipped(),
                        RowScan.LONGEST,
                        options);
    }
}
