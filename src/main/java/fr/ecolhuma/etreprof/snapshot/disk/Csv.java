package fr.ecolhuma.etreprof.snapshot.disk;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
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
public final class Csv {

    /** What writes the rows. */
    public interface Body {

        void write(CSVPrinter rows) throws IOException;
    }

    /** What reads one row; its complaints are {@link IllegalArgumentException}s. */
    public interface RowReader {

        void read(Row row);
    }

    /** The cells of one row, by place from 0. */
    public record Row(List<String> header, CSVRecord cells) {

        public String text(int place) {
            return cells.get(place);
        }

        public int integer(int place, int least, int most) {
            return (int) integer(place, (long) least, (long) most);
        }

        public long integer(int place, long least, long most) {
            try {
                long number = Long.parseLong(text(place));
                if (number >= least && number <= most) {
                    return number;
                }
            } catch (NumberFormatException e) {
                throw refused(place, "an integer");
            }
            throw refused(place, least == most ? "%d".formatted(least) : "%d to %d".formatted(least, most));
        }

        public double share(int place) {
            try {
                double number = Double.parseDouble(text(place));
                if (number >= 0 && number <= 1) {
                    return number;
                }
            } catch (NumberFormatException e) {
                throw refused(place, "a number from 0 to 1");
            }
            throw refused(place, "0 to 1");
        }

        public IllegalArgumentException refused(int place, String expected) {
            String found = text(place);
            return new IllegalArgumentException("column '%s': found '%s', expected %s"
                    .formatted(
                            header.get(place), found.length() > 40 ? found.substring(0, 40) + "…" : found, expected));
        }
    }

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();

    private Csv() {}

    public static void write(Path file, List<String> header, Body body) throws IOException {
        try (Writer text = new BufferedWriter(
                        new OutputStreamWriter(Files.newOutputStream(file), StandardCharsets.UTF_8), 1 << 16);
                CSVPrinter rows = new CSVPrinter(text, FORMAT)) {
            rows.printRecord(header);
            body.write(rows);
        }
    }

    public static void read(Path file, List<String> header, RowReader reader) {
        String name = file.getFileName().toString();
        try (Reader text = Files.newBufferedReader(file, StandardCharsets.UTF_8);
                CSVParser parser = CSVParser.parse(text, FORMAT)) {
            Iterator<CSVRecord> rows = parser.iterator();
            List<String> found = rows.hasNext() ? rows.next().toList() : List.of();
            if (!found.equals(header)) {
                throw new SnapshotException("%s: found columns %s, expected %s".formatted(name, found, header));
            }
            while (rows.hasNext()) {
                read(name, parser, new Row(header, rows.next()), reader);
            }
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            throw new SnapshotException("%s cannot be read as CSV; the version is broken".formatted(name));
        }
    }

    private static void read(String name, CSVParser parser, Row row, RowReader reader) {
        try {
            int found = row.cells().size();
            int expected = row.header().size();
            if (found != expected) {
                throw new IllegalArgumentException("found %d cells, expected %d".formatted(found, expected));
            }
            reader.read(row);
        } catch (IllegalArgumentException e) {
            throw new SnapshotException(
                    "%s, line %d: %s".formatted(name, parser.getCurrentLineNumber(), e.getMessage()));
        }
    }
}
