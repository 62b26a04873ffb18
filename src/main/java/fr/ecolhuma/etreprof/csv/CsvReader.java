package fr.ecolhuma.etreprof.csv;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.nio.CharBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Reads CSV row by row as RFC 4180 says: commas, and cells in quotes where a cell holds a comma, a quote or a line break.
 * A line ends at LF, CRLF or CR; white space between the closing quote and the comma is skipped.
 *
 * <p>The cells of the current row lie in one array, and numbers are read from it without making strings.
 */
public final class CsvReader implements Closeable {

    private static final int END = -1;

    private final Reader in;
    private final char[] buffer = new char[1 << 14];
    private int next;
    private int filled;
    private CharBuffer text = CharBuffer.allocate(1 << 8);
    private int length;
    private int[] ends = new int[1 << 5];
    private int size;
    private int previous;
    private long lines = 1;
    private long line;

    /** A reader before the first row of a text, which it closes. */
    public CsvReader(Reader in) {
        this.in = in;
    }

    /**
     * Moves to the next row; false at the end. An empty line is a row of one empty cell.
     *
     * @throws IOException if the text cannot be read, or a quote is not closed or is followed by more of its cell
     */
    public boolean next() throws IOException {
        line = lines;
        length = 0;
        size = 0;
        int c = read();
        if (c == END) {
            return false;
        }
        do {
            c = readCell(size == 0 ? c : read());
        } while (c == ',');
        if (c == '\r' && (next < filled || fill()) && buffer[next] == '\n') {
            read();
        }
        return true;
    }

    /** Reads a cell; returns what ends it. */
    private int readCell(int first) throws IOException {
        int end = first == '"' ? quoted() : plain(first);
        if (size == ends.length) {
            ends = Arrays.copyOf(ends, 2 * size);
        }
        ends[size++] = length;
        return end;
    }

    private int plain(int first) throws IOException {
        int c = first;
        while (c != ',' && !isLineEnd(c) && c != END) {
            append(c);
            c = read();
        }
        return c;
    }

    private int quoted() throws IOException {
        for (int c = read(); c != END; c = read()) {
            if (c == '"') {
                c = read();
                if (c != '"') {
                    return afterQuote(c);
                }
            }
            append(c);
        }
        throw new IOException("line %d: a quote is not closed; expected RFC 4180 quoting".formatted(line));
    }

    private int afterQuote(int first) throws IOException {
        int c = first;
        while (c != ',' && !isLineEnd(c) && c != END) {
            if (!Character.isWhitespace(c)) {
                throw new IOException(
                        "line %d: a quote stands in the wrong place; expected RFC 4180 quoting".formatted(lines));
            }
            c = read();
        }
        return c;
    }

    private static boolean isLineEnd(int c) {
        return c == '\n' || c == '\r';
    }

    private void append(int c) {
        if (length == text.capacity()) {
            text = CharBuffer.wrap(Arrays.copyOf(text.array(), 2 * length));
        }
        text.put(length++, (char) c);
    }

    private int read() throws IOException {
        int c = next < filled || fill() ? buffer[next++] : END;
        lines += c == '\r' || (c == '\n' && previous != '\r') ? 1 : 0;
        previous = c;
        return c;
    }

    private boolean fill() throws IOException {
        next = 0;
        filled = Math.max(0, in.read(buffer));
        return filled > 0;
    }

    /** The line that the row starts at; the first is 1. */
    public long line() {
        return line;
    }

    /** How many cells the row has. */
    public int size() {
        return size;
    }

    /** A cell of the row, by place from 0. */
    public String cell(int place) {
        return new String(text.array(), start(place), length(place));
    }

    /** How many characters a cell has. */
    public int length(int place) {
        return ends[place] - start(place);
    }

    /**
     * A cell that holds an integer.
     *
     * @throws NumberFormatException if it does not
     */
    public long integer(int place) {
        return Long.parseLong(text, start(place), ends[place], 10);
    }

    /** All cells of the row. */
    public List<String> cells() {
        return IntStream.range(0, size).mapToObj(this::cell).toList();
    }

    private int start(int place) {
        return place == 0 ? 0 : ends[place - 1];
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
