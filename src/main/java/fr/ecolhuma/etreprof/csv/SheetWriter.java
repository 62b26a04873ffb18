package fr.ecolhuma.etreprof.csv;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Writes CSV for people, who open it with a double click: a byte order mark, so that Excel reads UTF-8, and an apostrophe
 * before a text that a spreadsheet would calculate.
 *
 * <p>With a comma between cells decimals have a point; with anything else a comma, as where Excel expects semicolons.
 */
public final class SheetWriter implements Closeable {

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final char COMMA = ',';

    /** Full-width signs count: some spreadsheets take them for the narrow ones. */
    private static final Pattern FORMULA =
            Pattern.compile("[\\t\\r\\n].*|[\\s\\h\\u200B\\uFEFF]*[=+\\-@\uFF1D\uFF0B\uFF0D\uFF20].*", Pattern.DOTALL);

    private final Writer out;
    private final char separator;
    private boolean rowStarted;

    /** A writer before the first row of a file, which it closes. */
    public SheetWriter(OutputStream out, char separator) throws IOException {
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        this.separator = separator;
        this.out.write(BYTE_ORDER_MARK);
    }

    /** A row of texts. */
    public SheetWriter header(List<String> names) throws IOException {
        for (String name : names) {
            text(name);
        }
        return endRow();
    }

    /** A text that no spreadsheet calculates, quoted where it must be. */
    public SheetWriter text(String text) throws IOException {
        String harmless = FORMULA.matcher(text).matches() ? "'" + text : text;
        return cell(isPlain(harmless) ? harmless : '"' + harmless.replace("\"", "\"\"") + '"');
    }

    private boolean isPlain(String text) {
        return text.indexOf(separator) < 0 && text.indexOf('"') < 0 && text.indexOf('\n') < 0 && text.indexOf('\r') < 0;
    }

    /** An integer. */
    public SheetWriter number(long number) throws IOException {
        return cell(Long.toString(number));
    }

    /** A number, by the shortest decimal that is read back as the same; null is an empty cell. */
    public SheetWriter decimal(@Nullable Double number) throws IOException {
        String text = number == null ? "" : number.toString();
        return cell(separator == COMMA ? text : text.replace('.', COMMA));
    }

    /** Ends the row. */
    public SheetWriter endRow() throws IOException {
        out.write('\n');
        rowStarted = false;
        return this;
    }

    private SheetWriter cell(String cell) throws IOException {
        if (rowStarted) {
            out.write(separator);
        }
        rowStarted = true;
        out.write(cell);
        return this;
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
