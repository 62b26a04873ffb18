package fr.ecolhuma.etreprof.ingestion.cell;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** TextLists of texts: JSON, JSON inside JSON, Python's repr, arrays of PostgreSQL, or just texts with commas or semicolons between. */
public final class TextLists {

    private static final String OPENINGS = "[({\"'";
    private static final int MOST_WRAPPINGS = 3;

    private TextLists() {}

    /** The texts of a list, in order; numbers and nulls beside them are ignored. */
    public static CellValue<List<String>> read(@Nullable String cell) {
        return Texts.read(cell).then(text -> list(text, 0));
    }

    private static CellValue<List<String>> list(String text, int wrappings) {
        if (!isOpening(text)) {
            return texts(plain(text));
        }
        Literal value = Literal.of(unescaped(text));
        if (value instanceof Literal.Items list) {
            return texts(list.items());
        }
        if (value instanceof Literal.Entries object && object.entries().isEmpty()) {
            return CellValue.of(List.of());
        }
        return value instanceof Literal.Text inner && wrappings < MOST_WRAPPINGS
                ? Texts.read(inner.text()).then(again -> list(again, wrappings + 1))
                : severalQuoted(text);
    }

    /** Whether a text begins as the value of a program does. */
    static boolean isOpening(String text) {
        return !text.isEmpty() && OPENINGS.indexOf(text.charAt(0)) >= 0;
    }

    /** {@code [\"CP\"]}, as MySQL escapes JSON in the text of an outfile. */
    static String unescaped(String text) {
        return text.startsWith("[\\\"") || text.startsWith("[{\\\"") ? text.replace("\\\"", "\"") : text;
    }

    /** {@code "CP", "CE1"}: a list without brackets. */
    private static CellValue<List<String>> severalQuoted(String text) {
        boolean quoted = text.charAt(0) == '"' || text.charAt(0) == '\'';
        Literal value = quoted ? Literal.of("[" + text.replace(';', ',') + "]") : null;
        return value instanceof Literal.Items list ? texts(list.items()) : CellValue.notUnderstood();
    }

    private static List<Literal> plain(String text) {
        String between = text.indexOf(';') >= 0 ? ";" : ",";
        return Arrays.stream(text.split(between)).map(LiteralParser::bare).toList();
    }

    private static CellValue<List<String>> texts(List<Literal> items) {
        List<String> texts = new ArrayList<>();
        boolean others = false;
        for (Literal item : items) {
            if (item instanceof Literal.Items || item instanceof Literal.Entries) {
                return CellValue.notUnderstood();
            }
            others |= item instanceof Literal.Scalar;
            if (item instanceof Literal.Text named) {
                add(texts, named.text());
            }
        }
        return others && texts.isEmpty() ? CellValue.notUnderstood() : CellValue.of(List.copyOf(texts));
    }

    private static void add(List<String> texts, String text) {
        String meaning = Texts.meaning(text);
        if (meaning != null) {
            texts.add(meaning);
        }
    }
}
