package fr.ecolhuma.etreprof.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The demo export of 5,000 users, 300,000 events and 300 contents, written once and read back with commons-csv. */
public record DemoSample(Path folder) {

    public static final LocalDate AS_OF = LocalDate.of(2025, 7, 10);

    public static DemoSample write(Path folder) {
        DemoExports.write(new DemoExports.Request(5000, 300_000, 300, 42, AS_OF, folder, false));
        return new DemoSample(folder);
    }

    public List<CSVRecord> rows(String name) {
        List<CSVRecord> rows = new ArrayList<>();
        each(name, rows::add);
        return rows;
    }

    public void each(String name, Consumer<CSVRecord> action) {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (CSVParser parser = CSVParser.parse(folder.resolve(name + ".csv"), StandardCharsets.UTF_8, format)) {
            parser.forEach(action);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String header(String name) throws IOException {
        try (var lines = Files.lines(folder.resolve(name + ".csv"))) {
            return lines.findFirst().orElseThrow();
        }
    }

    /** Whether a cell has the exports' form of an instant and is one. */
    public static boolean isInstant(String cell) {
        try {
            return cell.length() == 19
                    && LocalDateTime.parse(cell.replace(' ', 'T')).getYear() > 0;
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}
