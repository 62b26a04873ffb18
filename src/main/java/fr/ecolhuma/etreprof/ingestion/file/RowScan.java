package fr.ecolhuma.etreprof.ingestion.file;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * Splits an export in CSV into rows by RFC 4180 without keeping them: it finds the place of each row, the incomplete
 * rows, and the exact place at which a file stops being CSV in UTF-8.
 *
 * <p>A line ends at LF, CRLF or CR; lines inside quoted cells count too, and blank lines between rows are not rows.
 */
public final class RowScan implements AutoCloseable {

    /** A row of more bytes is {@code oversized}. */
    public static final int LONGEST = 2_000_000;

    private enum State {
        CELL_START,
        PLAIN,
        QUOTED,
        QUOTE_ENDED
    }

    private static final int END = -1;
    private static final int LF = 1;
    private static final int CR = 2;
    private static final int CRLF = 4;

    private final ExportFile file;
    private final List<String> columns;
    private final int least;
    private final char separator;
    private final InputStream in;
    private final Utf8 utf8 = new Utf8();
    private final byte[] buffer = new byte[1 << 16];
    private int next;
    private int filled;
    private int previous;
    private long line = 1;
    private long start;
    private long quoteLine;
    private int cells;
    private int lastFilled;
    private long bytes;
    private State state = State.CELL_START;
    private int lineEnds;
    private boolean linesInCells;
    private boolean backslash;
    private boolean even = true;
    private @Nullable RowBytes copied;

    private RowScan(ExportFile file, List<String> columns, InputStream in) {
        this.file = file;
        this.columns = columns;
        this.least = Header.named(columns);
        this.separator = file.form().separator();
        this.in = in;
    }

    /** A scan before the first row; the header is already read. */
    public static RowScan open(ExportFile file, List<String> columns) {
        try {
            RowScan scan = new RowScan(file, columns, file.open());
            for (int line = 0; line < file.form().headerLine(); line++) {
                scan.next();
            }
            return scan;
        } catch (IOException e) {
            throw new ExportException("%s: %s".formatted(file.name(), reason(e)));
        }
    }

    /** Reads every row only to refuse a file that is not CSV in UTF-8. */
    static void check(ExportFile file, List<String> columns) {
        try (RowScan scan = open(file, columns)) {
            while (scan.next()) {
                scan.defect();
            }
        }
    }

    /**
     * Moves to the next row; false at the end.
     *
     * @throws ExportException at a quote that is not closed or misplaced, a byte that is not UTF-8 or damaged gzip data
     */
    public boolean next() {
        do {
            if (!row()) {
                return false;
            }
        } while (bytes == 0);
        return true;
    }

    /** The line at which the row starts; the header is line 1. */
    public long line() {
        return start;
    }

    /** Why the row cannot be used, or null; empty surplus cells are allowed. */
    @Nullable
    public String defect() {
        if (bytes > LONGEST) {
            return "oversized";
        }
        return cells < least || lastFilled > columns.size() ? "malformed" : null;
    }

    /** From the next row on, keeps the bytes of each for {@link #copyTo}. */
    public void keepBytes() {
        copied = new RowBytes(columns.size(), (byte) separator);
    }

    /** Writes the row, which has no defect, with exactly as many cells as the header, and a line feed. */
    public void copyTo(OutputStream out) throws IOException {
        if (copied != null) {
            copied.writeTo(out, cells);
        }
    }

    /** Whether the rows so far have different line ends. */
    public boolean hasMixedLineEnds() {
        return Integer.bitCount(lineEnds) > 1;
    }

    /** Whether every line so far is a row with the same line end: then every start of a line is the start of a row. */
    public boolean isSplitByLines() {
        return !linesInCells && !hasMixedLineEnds();
    }

    /** Whether every whole row so far has as many cells as the header. */
    public boolean isEven() {
        return even;
    }

    private boolean row() {
        start = line;
        cells = 1;
        lastFilled = 0;
        bytes = 0;
        state = State.CELL_START;
        int b = read();
        if (previous == '\r') {
            lineEnds |= b == '\n' ? CRLF : CR;
            previous = b;
            b = b == '\n' ? read() : b;
        }
        if (copied != null) {
            copied.clear();
        }
        while (b != END && !(state != State.QUOTED && isLineEnd(b))) {
            step(b);
            if (copied != null && bytes < LONGEST) {
                copied.add((byte) b, cells);
            }
            previous = b;
            bytes++;
            b = read();
        }
        if (b == END && state == State.QUOTED) {
            throw refusal(quoteLine, "a quote is not closed; expected RFC 4180 quoting");
        }
        line += b == END ? 0 : 1;
        lineEnds |= b == '\n' ? LF : 0;
        even &= bytes == 0 || cells == columns.size() || defect() != null;
        previous = b;
        return b != END || bytes > 0;
    }

    private void step(int b) {
        if (state == State.QUOTED && b == '"') {
            backslash = previous == '\\';
            state = State.QUOTE_ENDED;
        } else if (state == State.QUOTED) {
            line += b == '\r' || (b == '\n' && previous != '\r') ? 1 : 0;
            linesInCells |= isLineEnd(b);
            lastFilled = cells;
        } else if (b == separator) {
            cells++;
            state = State.CELL_START;
        } else if (b == '"' && state == State.CELL_START) {
            quoteLine = line;
            state = State.QUOTED;
        } else {
            lastFilled = cells;
            state = unquoted(b);
        }
    }

    /** The state after a character outside quotes, or after a quote that may have ended a cell. */
    private State unquoted(int b) {
        if (b == '"') {
            return state == State.QUOTE_ENDED ? State.QUOTED : state;
        }
        if (b == ' ') {
            return state;
        }
        if (state == State.QUOTE_ENDED) {
            throw refusal(
                    line,
                    backslash
                            ? "a quote follows a backslash, as MySQL and Spark write it; expected RFC 4180 quoting: export with quotes escaped by a second quote"
                            : "a quote is in the wrong place; expected RFC 4180 quoting");
        }
        return State.PLAIN;
    }

    private static boolean isLineEnd(int b) {
        return b == '\n' || b == '\r';
    }

    private int read() {
        if (next == filled && !fill()) {
            if (utf8.isInside()) {
                throw notUtf8();
            }
            return END;
        }
        byte b = buffer[next++];
        if ((b < 0 || utf8.isInside()) && !utf8.accept(b & 0xff)) {
            throw notUtf8();
        }
        return b & 0xff;
    }

    private boolean fill() {
        try {
            filled = in.read(buffer);
            next = 0;
            filled = Math.max(filled, 0);
            return filled > 0;
        } catch (IOException e) {
            throw new ExportException("%s, line %d: %s".formatted(file.name(), line, reason(e)));
        }
    }

    private ExportException notUtf8() {
        return refusal(
                line,
                file.form().encoding() == TextEncoding.UTF_8
                        ? "a character is not UTF-8, as in a file in Windows-1252 or ISO-8859-1; export it in UTF-8 (in Excel: CSV UTF-8)"
                        : "a character is not UTF-16, as the file's beginning announces; export it in UTF-8 (in Excel: CSV UTF-8)");
    }

    private ExportException refusal(long where, String what) {
        String column = cells > columns.size() ? String.valueOf(cells) : columns.get(cells - 1);
        return new ExportException("%s, line %d, column %s: %s".formatted(file.name(), where, column, what));
    }

    private static String reason(IOException failure) {
        if (failure instanceof EOFException) {
            return "the packed file ends too early; expected a whole gzip file";
        }
        return failure instanceof ZipException
                ? "the packed data is damaged; expected a whole gzip file"
                : "the file cannot be read to its end; check the disk";
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            throw new ExportException("%s cannot be closed; check the disk".formatted(file.name()));
        }
    }
}
