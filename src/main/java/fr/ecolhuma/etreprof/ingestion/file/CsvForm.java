package fr.ecolhuma.etreprof.ingestion.file;

import fr.ecolhuma.etreprof.csv.CsvReader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a text in CSV is written.
 *
 * @param encoding of its characters
 * @param separator between two cells
 * @param announced whether the first line only names the separator, as Excel reads it, and the header follows
 * @param escaped whether no cell is quoted, and a backslash stands before what would end one: MySQL's {@code INTO OUTFILE}
 *     and PostgreSQL's {@code COPY} write so by themselves
 */
public record CsvForm(TextEncoding encoding, char separator, boolean announced, boolean escaped) {

    /** What is expected of a file of which nothing else is known. */
    static final CsvForm USUAL = new CsvForm(TextEncoding.UTF_8, ',', false, false);

    private static final List<Character> SEPARATORS = List.of(',', ';', '\t');
    private static final Pattern ANNOUNCEMENT =
            Pattern.compile("\"?sep=([\\t!#-/:-@\\[-`{-~]|\\\\t)\"?[,;\\t]*", Pattern.CASE_INSENSITIVE);
    private static final Pattern LINE_END = Pattern.compile("[\r\n]");
    private static final Pattern ESCAPE = Pattern.compile("\\\\[Nntr\\\\\n\t]");
    private static final Pattern QUOTED_CELL = Pattern.compile("(^|\t)\"", Pattern.MULTILINE);

    /**
     * The form of a text by its beginning. The separator is the one by which the header has most known columns, then the
     * one that is announced, then the one by which it has most columns.
     */
    static CsvForm of(TextEncoding encoding, String role, String beginning) {
        Matcher first = ANNOUNCEMENT.matcher(LINE_END.split(beginning, 2)[0]);
        boolean announced = first.matches();
        char best = announced ? character(first.group(1)) : ',';
        long most = score(role, beginning, best, announced) | (announced ? Integer.MAX_VALUE : 0);
        for (char separator : SEPARATORS) {
            long score = score(role, beginning, separator, announced);
            if (score > most) {
                best = separator;
                most = score;
            }
        }
        boolean escaped = best == '\t'
                && ESCAPE.matcher(beginning).find()
                && !QUOTED_CELL.matcher(beginning).find();
        return new CsvForm(encoding, best, announced, escaped);
    }

    /** A reader of a text of this form, before its first line. */
    CsvReader reader(Reader text) throws IOException {
        return new CsvReader(text, separator, escaped);
    }

    /** The line of the header. */
    int headerLine() {
        return announced ? 2 : 1;
    }

    private static char character(String separator) {
        return separator.equals("\\t") ? '\t' : separator.charAt(0);
    }

    /** Known columns count more than any number of others. */
    private static long score(String role, String beginning, char separator, boolean announced) {
        List<String> header = header(beginning, separator, announced);
        return header == null ? -1 : ((long) Header.known(role, header) << Integer.SIZE) + header.size();
    }

    private static @Nullable List<String> header(String beginning, char separator, boolean announced) {
        try (CsvReader rows = new CsvReader(new StringReader(beginning), separator, false)) {
            boolean found = rows.next() && (!announced || rows.next());
            return found ? rows.cells() : null;
        } catch (IOException e) {
            // whoever reads the file says where it is not CSV
            return null;
        }
    }
}
