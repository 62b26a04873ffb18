package fr.ecolhuma.etreprof.ingestion.file;

import fr.ecolhuma.etreprof.csv.CsvReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An export in CSV or CSV.gz. */
public final class CsvTable implements Table {

    private final ExportFile file;
    private final RowLimit text;
    private final CsvReader rows;
    private final Map<String, Integer> places = new HashMap<>();
    private Set<String> doubled = Set.of();
    private List<String> names = List.of();
    private int least;

    private CsvTable(ExportFile file, RowLimit text) throws IOException {
        this.file = file;
        this.text = text;
        this.rows = file.form().reader(text);
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
            return new CsvTable(file, text);
        } catch (IOException e) {
            throw unreadable(file, List.of("1"), 1);
        }
    }

    private void readHeader() {
        if (!next() || (file.form().announced() && !next())) {
            throw new ExportException("%s is empty; expected a header line and rows".formatted(file.name()));
        }
        Header header = Header.of(file, rows.cells());
        names = header.names();
        doubled = header.doubled();
        least = Header.named(names);
        for (int i = 0; i < names.size(); i++) {
            places.put(names.get(i), i);
        }
    }

    @Override
    public List<String> names() {
        return names;
    }

    @Override
    public boolean next() {
        boolean found;
        do {
            Cancellation.check();
            text.row();
            found = read();
        } while (found && names.size() > 1 && isBlank());
        if (found && rows.size() < least && rows.cell(rows.size() - 1).endsWith("\\")) {
            throw new ExportException(
                    "%s, line %d, column %s: a line end follows a backslash, as MySQL writes it; expected RFC 4180 quoting: export with every cell in quotes"
                            .formatted(file.name(), line(), names.get(rows.size() - 1)));
        }
        return found;
    }

    private boolean read() {
        try {
            return rows.next();
        } catch (IOException e) {
            throw unreadable(file, names.isEmpty() ? likelyNames(file) : names, line());
        }
    }

    /** The header of a small file, which is decoded at once and in which some character is wrong. */
    private static List<String> likelyNames(ExportFile file) {
        try (CsvReader rows =
                file.form().reader(new RowLimit(new InputStreamReader(file.open(), StandardCharsets.UTF_8)))) {
            boolean found = rows.next() && (!file.form().announced() || rows.next());
            return found ? rows.cells() : List.of("1");
        } catch (IOException e) {
            return List.of("1");
        }
    }

    private boolean isBlank() {
        return rows.size() == 1 && rows.length(0) == 0;
    }

    /** The scan finds the place in the bytes and the reason. */
    private static ExportException unreadable(ExportFile file, List<String> names, long line) {
        RowScan.check(file, names);
        return new ExportException(
                "%s, line %d: the row cannot be read; expected CSV with RFC 4180 quoting".formatted(file.name(), line));
    }

    @Override
    public long line() {
        return rows.line();
    }

    @Override
    public @Nullable String defect() {
        if (rows.size() < least) {
            return "malformed";
        }
        long characters = 0;
        for (int place = 0; place < rows.size(); place++) {
            int length = rows.length(place);
            if (place >= names.size() && length > 0) {
                return "malformed";
            }
            characters += length;
        }
        return characters > RowScan.LONGEST ? "oversized" : null;
    }

    @Override
    public @Nullable String get(String column) {
        if (doubled.contains(column)) {
            throw Header.twice(file, names, column);
        }
        Integer place = places.get(column);
        return place == null || place >= rows.size() ? null : rows.cell(place);
    }

    @Override
    public void close() {
        try {
            rows.close();
        } catch (IOException e) {
            throw new ExportException("%s cannot be closed; check the disk".formatted(file.name()));
        }
    }
}
