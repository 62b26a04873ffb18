package fr.ecolhuma.etreprof.features;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.zip.ZipException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** An export in CSV or CSV.gz, read with commons-csv. */
final class CsvTable implements Table {

    private final ExportFile file;
    private final CSVParser parser;
    private final Iterator<CSVRecord> rows;
    private final Map<String, Integer> places = new HashMap<>();
    private int width;
    private long line = 1;
    private @Nullable CSVRecord row;

    private CsvTable(ExportFile file, CSVParser parser) {
        this.file = file;
        this.parser = parser;
        this.rows = parser.iterator();
    }

    static CsvTable open(ExportFile file) {
        CsvTable table = null;
        try {
            Reader text = new InputStreamReader(file.open(), StandardCharsets.UTF_8);
            table = new CsvTable(file, CSVParser.parse(text, CSVFormat.RFC4180));
            table.readHeader();
            return table;
        } catch (IOException e) {
            throw unreadable(file, 1, e);
        } catch (ExportException e) {
            if (table != null) {
                table.close();
            }
            throw e;
        }
    }

    private void readHeader() {
        if (!next() || row == null) {
            throw new ExportException("%s is empty; expected a header line and rows".formatted(file.name()));
        }
        Header header = Header.of(file, row.toList());
        width = header.names().size();
        for (int i = 0; i < width; i++) {
            places.put(header.names().get(i), i);
        }
    }

    @Override
    public boolean next() {
        line = parser.getCurrentLineNumber() + 1;
        try {
            do {
                if (!rows.hasNext()) {
                    row = null;
                    return false;
                }
                row = rows.next();
            } while (width > 1 && row.size() == 1 && row.get(0).isEmpty());
            return true;
        } catch (UncheckedIOException e) {
            throw unreadable(file, line, e.getCause());
        } catch (IllegalStateException e) {
            throw unreadable(file, line, e);
        }
    }

    private static ExportException unreadable(ExportFile file, long line, @Nullable Throwable cause) {
        return new ExportException("%s, line %d: %s".formatted(file.name(), line, reason(cause)));
    }

    private static String reason(@Nullable Throwable cause) {
        if (cause instanceof EOFException) {
            return "the packed file ends too early; expected a whole gzip file";
        }
        if (cause instanceof ZipException) {
            return "the packed data is damaged; expected a whole gzip file";
        }
        return "a quote is not closed or stands in the wrong place; expected RFC 4180 quoting";
    }

    @Override
    public long line() {
        return line;
    }

    @Override
    public boolean whole() {
        return row != null && row.size() == width;
    }

    @Override
    public @Nullable String get(String column) {
        Integer place = places.get(column);
        return row == null || place == null || place >= row.size() ? null : Table.meaning(row.get(place));
    }

    @Override
    public void close() {
        try {
            parser.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
