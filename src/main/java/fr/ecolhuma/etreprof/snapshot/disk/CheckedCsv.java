package fr.ecolhuma.etreprof.snapshot.disk;

import fr.ecolhuma.etreprof.csv.CsvReader;
import fr.ecolhuma.etreprof.csv.CsvWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The CSV files of a version, each with the expected header and checked cells. */
public final class CheckedCsv {

    /** Writes the rows below the header. */
    public interface Body {

        void write(CsvWriter rows) throws IOException;
    }

    /** Reads one row; refuses it by an {@link IllegalArgumentException}. */
    public interface RowReader {

        void read(Row row);
    }

    /** The cells of one row, by place from 0. */
    public record Row(List<String> header, CsvReader cells) {

        public String text(int place) {
            return cells.cell(place);
        }

        public int integer(int place, int least, int most) {
            return (int) integer(place, (long) least, (long) most);
        }

        public long integer(int place, long least, long most) {
            try {
                long number = cells.integer(place);
                if (number >= least && number <= most) {
                    return number;
                }
            } catch (NumberFormatException _) {
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
            } catch (NumberFormatException _) {
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

    private CheckedCsv() {}

    public static void write(Path file, List<String> header, Body body) throws IOException {
        try (CsvWriter rows = new CsvWriter(Files.newOutputStream(file))) {
            body.write(rows.header(header));
        }
    }

    public static void read(Path file, List<String> header, RowReader reader) {
        String name = file.getFileName().toString();
        try (CsvReader rows =
                new CsvReader(new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8.newDecoder()))) {
            List<String> found = rows.next() ? rows.cells() : List.of();
            if (!found.equals(header)) {
                throw new SnapshotException("%s: found columns %s, expected %s".formatted(name, found, header));
            }
            Row row = new Row(header, rows);
            while (rows.next()) {
                read(name, row, reader);
            }
        } catch (IOException _) {
            throw new SnapshotException("%s cannot be read as CSV; the version is broken".formatted(name));
        }
    }

    private static void read(String name, Row row, RowReader reader) {
        try {
            int found = row.cells().size();
            int expected = row.header().size();
            if (found != expected) {
                throw new IllegalArgumentException("found %d cells, expected %d".formatted(found, expected));
            }
            reader.read(row);
        } catch (IllegalArgumentException e) {
            throw new SnapshotException(
                    "%s, line %d: %s".formatted(name, row.cells().line(), e.getMessage()));
        }
    }
}
