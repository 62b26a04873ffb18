package fr.ecolhuma.etreprof.csv;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * Reads CSV row by row with commons-csv by RFC 4180: commas or another separator, and quotes around a cell with a
 * separator, a quote or a line break. A line ends at LF, CRLF or CR; white space between the closing quote and the
 * separator is skipped.
 */
public final class CsvReader implements Closeable {

    private final CSVParser parser;
    private final Iterator<CSVRecord> rows;
    private @Nullable CSVRecord row;
    private long line;

    /**
     * A reader before the first row of a text with commas, which it closes.
     *
     * @throws IOException if the text cannot be read
     */
    public CsvReader(Reader in) throws IOException {
        this(in, ',', false);
    }

    /**
     * A reader before the first row of a text, which it closes.
     *
     * @param separator between two cells
     * @param escaped whether cells are never quoted, and a backslash stands before what would end them
     * @throws IOException if the text cannot be read
     */
    public CsvReader(Reader in, char separator, boolean escaped) throws IOException {
        CSVFormat.Builder format = CSVFormat.RFC4180.builder().setDelimiter(separator);
        if (escaped) {
            format.setQuote(null).setEscape('\\');
        }
        parser = CSVParser.parse(in, format.get());
        rows = parser.iterator();
    }

    /**
     * Moves to the next row; false at the end. An empty line is a row of one empty cell.
     *
     * @throws IOException if the text cannot be read, or a quote is not closed or is followed by more of its cell
     */
    public boolean next() throws IOException {
        line = parser.getCurrentLineNumber() + 1;
        try {
            row = rows.hasNext() ? rows.next() : null;
            return row != null;
        } catch (UncheckedIOException e) {
            throw new IOException(
                    "line %d: the row cannot be split into cells; expected RFC 4180 quoting".formatted(line), e);
        }
    }

    /** The line that the row starts at; the first is 1. */
    public long line() {
        return line;
    }

    /** The number of cells of the row. */
    public int size() {
        return row().size();
    }

    /** A cell of the row, by place from 0. */
    public String cell(int place) {
        return row().get(place);
    }

    /** The number of characters of a cell. */
    public int length(int place) {
        return cell(place).length();
    }

    /**
     * A cell that holds an integer.
     *
     * @throws NumberFormatException if it does not
     */
    public long integer(int place) {
        return Long.parseLong(cell(place));
    }

    /** All cells of the row. */
    public List<String> cells() {
        return row().toList();
    }

    private CSVRecord row() {
        return Objects.requireNonNull(row, "there is no row");
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
