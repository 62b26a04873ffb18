package fr.ecolhuma.etreprof.features;

import fr.ecolhuma.etreprof.recompute.gates.Entrance;
import fr.ecolhuma.etreprof.recompute.gates.GateFinding;
import fr.ecolhuma.etreprof.recompute.gates.GateSettings;
import fr.ecolhuma.etreprof.recompute.gates.Gates;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** The rows of an export that are whole, by column; a cell that is empty is null. */
record RowTable(List<String> header, List<Map<String, String>> rows) {

    static final List<String> ROLES = List.of("users", "contents", "interactions", "content_with_topics");

    static RowTable read(Path file) throws IOException {
        CSVFormat format = CSVFormat.RFC4180.builder().setNullString("").get();
        try (CSVParser parser = CSVParser.parse(file, StandardCharsets.UTF_8, format)) {
            List<CSVRecord> all = parser.getRecords();
            List<String> header = all.getFirst().toList();
            return new RowTable(
                    header,
                    all.stream()
                            .skip(1)
                            .filter(row -> row.size() == header.size())
                            .map(row -> named(header, row))
                            .toList());
        }
    }

    private static Map<String, String> named(List<String> header, CSVRecord row) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (int column = 0; column < header.size(); column++) {
            cells.put(header.get(column), row.get(column));
        }
        return cells;
    }

    /** The gates of a recompute that refuse exports by themselves. */
    static List<String> refusals(Features features) {
        GateSettings limits = new Binder(new MapConfigurationPropertySource(Map.of()))
                .bindOrCreate("etreprof.gates", GateSettings.class);
        return new Gates(limits)
                .entrance(Entrance.of(features), null, null).stream()
                        .filter(GateFinding::refuses)
                        .map(GateFinding::gate)
                        .toList();
    }
}
