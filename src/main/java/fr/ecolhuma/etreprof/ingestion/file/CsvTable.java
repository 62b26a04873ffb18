package fr.ecolhuma.etreprof.ingestion.file;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** An export in CSV or CSV.gz, read with commons-csv. */
public final class CsvTable implements Table {

    private final ExportFile file;
    private final RowLimit text;
    private final CSVParser parser;
    private final Iterator<CSVRecord> rows;
    private final Map<String, Integer> places = new HashMap<>();
    private List<String> names = List.of();
    private long line = 1;
    private @Nullable CSVRecord row;

    private CsvTable(ExportFile file, RowLimit text, CSVParser parser) {
        this.file = file;
        this.text = text;
        this.parser = parser;
        this.rows = parser.iterator();
    }

    /**
     * Opens an export and checks its header.
     *
     * @throws ExportException if the header cannot be used
     */
    public static CsvTable open(ExportFile file) {
        CsvTable table = parse(file);
        try {
            table.readHeader();
            return table;
        } catch (ExportException e) {
            table.close();
            throw e;
        }
    }

    private static CsvTable parse(ExportFile file) {
        try {
            RowLimit text = new RowLimit(new InputStreamReader(
                    file.open(),
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .onUnmappableCharacter(CodingErrorAction.REPORT)));
            return new CsvTable(file, text, CSVParser.parse(text, CSVFormat.RFC4180));
        } catch (IOException e) {
            throw unreadable(file, List.of("1"), 1);
        }
    }

    private void readHeader() {
        if (!next() || row == null) {
            throw new ExportException("%s is empty; expected a header line and rows".formatted(file.name()));
        }
        names = Header.of(file, row.toList()).names();
        for (int i = 0; i < names.size(); i++) {
            places.put(names.get(i), i);
        }
    }

    /** The columns, in order. */
    public List<String> names() {
        return names;
    }

    @Override
    public boolean next() {
        do {
            Cancellation.check();
            line = parser.getCurrentLineNumber() + 1;
            text.row();
            row = read();
        } while (row != null && names.size() > 1 && isBlank(row));
        return row != null;
    }

    private @Nullable CSVRecord read() {
        try {
            return rows.hasNext() ? rows.next() : null;
        } catch (UncheckedIOException e) {
            throw unreadable(file, names.isEmpty() ? List.of("1") : names, line);
        }
    }

    private static boolean isBlank(CSVRecord row) {
        return row.size() == 1 && row.get(0).isEmpty();
    }

    /** What commons-csv could not read: the scan knows best where and why. */
    private static ExportException unreadable(ExportFile file, List<String> names, long line) {
        RowScan.check(file, names);
        return new ExportException(
                "%s, line %d: the row cannot be read; expected CSV with RFC 4180 quoting".formatted(file.name(), line));
    }

    @Override
    public long line() {
        return line;
    }

    @Override
    public @Nullable String defect() {
        if (row == null || row.size() < names.size()) {
            return "malformed";
        }
        long characters = 0;
        for (int place = 0; place < row.size(); place++) {
            String cell = row.get(place);
            if (place >= names.size() && !cell.isEmpty()) {
                return "malformed";
            }
            characters += cell.length();
        }
        return characters > RowScan.LONGEST ? "oversized" : null;
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
            throw new ExportException("%s cannot be closed; check the disk".formatted(file.name()));
        }
    }
}
