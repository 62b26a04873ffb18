package fr.ecolhuma.etreprof.features;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Feature tables as texts by user and column: as written, and as expected by hand. */
final class FeatureRows {

    private static final Set<String> NOT_COUNTS = Set.of(
            "code_postal",
            "departement",
            "academie",
            "anciennete",
            "created_at",
            "discipline",
            "type_etab",
            "join_date",
            "last_action_date");

    private FeatureRows() {}

    /** Every cell of the table as {@link FeatureCsv} writes it. */
    static Map<Long, Map<String, String>> of(Features features, Path folder) {
        Path file = folder.resolve("features.csv");
        try {
            FeatureCsv.write(features.table(), ExportFolder.topics(features), file);
            return read(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Map<Long, Map<String, String>> read(Path file) throws IOException {
        Map<Long, Map<String, String>> rows = new LinkedHashMap<>();
        try (CSVParser parser = CSVParser.parse(
                Files.newBufferedReader(file),
                CSVFormat.RFC4180
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get())) {
            for (CSVRecord row : parser) {
                rows.put(Long.parseLong(row.get("id")), new LinkedHashMap<>(row.toMap()));
            }
        }
        return rows;
    }

    /** What is written by hand, completed with 0 and nothing. */
    static Map<Long, Map<String, String>> expected(String text, Set<String> columns) {
        Map<Long, Map<String, String>> rows = new TreeMap<>();
        for (String line : text.lines().filter(FeatureRows::says).toList()) {
            List<String> parts = List.of(line.split("; "));
            Map<String, String> row = rows.computeIfAbsent(Long.parseLong(parts.getFirst()), id -> blank(id, columns));
            for (String cell : parts.subList(1, parts.size())) {
                String[] sides = cell.split("=", 2);
                if (row.put(sides[0], sides[1]) == null) {
                    throw new IllegalArgumentException("no such column: " + cell);
                }
            }
        }
        return rows;
    }

    private static boolean says(String line) {
        return !line.isBlank() && !line.startsWith("#");
    }

    private static Map<String, String> blank(long id, Set<String> columns) {
        Map<String, String> row = new LinkedHashMap<>();
        columns.forEach(column -> row.put(column, NOT_COUNTS.contains(column) ? "" : "0"));
        row.put("id", String.valueOf(id));
        return row;
    }
}
