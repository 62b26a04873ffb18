package fr.ecolhuma.etreprof.features;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;

/** The events' export as the view {@code raw_interactions}, every column a text, whatever its format and order. */
final class InteractionSource {

    private static final List<String> COLUMNS = List.of("user_id", "type", "content_type", "content_id", "created_at");

    private InteractionSource() {}

    static void define(DuckDb engine, ExportFile file) {
        boolean parquet = file.format() == ExportFile.Format.PARQUET;
        List<String> names = Header.of(file, parquet ? parquetNames(engine, file) : csvNames(file))
                .names();
        String id = names.contains("id") ? "CAST(id AS VARCHAR)" : "CAST(NULL AS VARCHAR)";
        String all = names.stream().map(DuckDb::identifier).collect(Collectors.joining(", "));
        String columns = COLUMNS.stream()
                .map(name -> "CAST(%s AS VARCHAR) AS %s".formatted(name, name))
                .collect(Collectors.joining(", "));
        engine.run(
                "CREATE VIEW raw_interactions AS SELECT %s AS id, -1 - CAST(HASH(%s) >> 1 AS BIGINT) AS row_key, %s FROM %s"
                        .formatted(id, all, columns, parquet ? parquet(file) : csv(file, names)));
    }

    private static String parquet(ExportFile file) {
        return "read_parquet(%s)".formatted(DuckDb.quoted(file.path().toString()));
    }

    private static String csv(ExportFile file, List<String> names) {
        String types = names.stream()
                .map(name -> DuckDb.quoted(name) + ": 'VARCHAR'")
                .collect(Collectors.joining(", ", "{", "}"));
        String packed = file.format() == ExportFile.Format.CSV_GZ ? "gzip" : "none";
        return """
                read_csv(%s, header = true, auto_detect = false, delim = ',', quote = '"', escape = '"', columns = %s,
                    compression = '%s', ignore_errors = true, store_rejects = true)""".formatted(DuckDb.quoted(file.path().toString()), types, packed);
    }

    private static List<String> parquetNames(DuckDb engine, ExportFile file) {
        List<String> names = new ArrayList<>();
        engine.query("DESCRIBE SELECT * FROM " + parquet(file), row -> names.add(row.getString(1)));
        return names;
    }

    private static List<String> csvNames(ExportFile file) {
        try (Reader text = new InputStreamReader(file.open(), StandardCharsets.UTF_8);
                CSVParser parser = CSVParser.parse(text, CSVFormat.RFC4180)) {
            return parser.iterator().next().toList();
        } catch (IOException | UncheckedIOException e) {
            throw new ExportException(
                    "%s, line 1: the header cannot be read; expected names and commas".formatted(file.name()));
        }
    }
}
