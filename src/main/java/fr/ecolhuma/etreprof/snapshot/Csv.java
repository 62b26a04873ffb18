package fr.ecolhuma.etreprof.snapshot;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;

/** The CSV files of a version: UTF-8, commas, lines ended by LF, a header that must be the one expected. */
final class Csv {

    /** What writes the rows. */
    interface Body {

        void write(CSVPrinter rows) throws IOException;
    }

    /** What reads one row; its complaints are {@link IllegalArgumentException}s. */
    interface RowReader {

        void read(CSVRecord row);
    }

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();

    private Csv() {}

    static void write(Path file, List<String> header, Body body) throws IOException {
        try (Writer text = new BufferedWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8), 1 << 16);
                CSVPrinter rows = new CSVPrinter(text, FORMAT)) {
            rows.printRecord(header);
            body.write(rows);
        }
    }

    static void read(Path file, List<String> header, RowReader reader) {
        String name = file.getFileName().toString();
        try (Reader text = Files.newBufferedReader(file, StandardCharsets.UTF_8);
                CSVParser parser = CSVParser.parse(text, FORMAT)) {
            Iterator<CSVRecord> rows = parser.iterator();
            List<String> found = rows.hasNext() ? rows.next().toList() : List.of();
            if (!found.equals(header)) {
                throw new SnapshotException("%s: found columns %s, expected %s".formatted(name, found, header));
            }
            while (rows.hasNext()) {
                read(name, parser, rows.next(), header.size(), reader);
            }
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            throw new SnapshotException("%s cannot be read as CSV; the version is broken".formatted(name));
        }
    }

    private static void read(String name, CSVParser parser, CSVRecord row, int width, RowReader reader) {
        try {
            if (row.size() != width) {
                throw new IllegalArgumentException("found %d cells, expected %d".formatted(row.size(), width));
            }
            reader.read(row);
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new SnapshotException(
                    "%s, line %d: %s".formatted(name, parser.getCurrentLineNumber(), e.getMessage()));
        }
    }
}
