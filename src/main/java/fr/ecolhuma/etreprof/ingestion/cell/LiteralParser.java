package fr.ecolhuma.etreprof.ingestion.cell;

import java.io.Serial;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads JSON and what is like it: single quotes, {@code None}, tuples and sets, a comma behind the last item, arrays of numpy,
 * which have no commas, and those of PostgreSQL and Spark, which leave quotes out.
 */
final class LiteralParser {

    /** The text is not whole, or not of any known form. */
    static final class Malformed extends Exception {

        @Serial
        private static final long serialVersionUID = 1;

        Malformed() {
            super(null, null, false, false);
        }
    }

    private static final int DEEPEST = 16;
    private static final int HEX = 16;
    private static final String DELIMITERS = ",:[](){}";
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");
    private static final Set<String> TRUTHS = Set.of("true", "false", "True", "False");

    private final String text;
    private int next;
    private int depth;

    LiteralParser(String text) {
        this.text = text;
    }

    Literal whole() throws Malformed {
        Literal value = value();
        skipBlanks();
        if (next < text.length()) {
            throw new Malformed();
        }
        return value;
    }

    private Literal value() throws Malformed {
        return switch (peek()) {
            case '[' -> items(']');
            case '(' -> items(')');
            case '{' -> braces();
            case '"', '\'' -> new Literal.Text(quoted());
            default -> word();
        };
    }

    private Literal items(char end) throws Malformed {
        open();
        return rest(new ArrayList<>(), end);
    }

    /** What follows the items found so far; two quoted texts need no comma between them. */
    private Literal rest(List<Literal> items, char end) throws Malformed {
        while (peek() != end) {
            items.add(value());
            if (isSeparator(peek())) {
                next++;
            } else if (peek() != end && peek() != '"' && peek() != '\'') {
                throw new Malformed();
            }
        }
        close();
        return new Literal.Items(items);
    }

    /** Semicolons come from exports in which every comma was replaced by one. */
    private static boolean isSeparator(char c) {
        return c == ',' || c == ';';
    }

    /** An object where a colon follows the first text, else a set or an array of PostgreSQL. */
    private Literal braces() throws Malformed {
        open();
        if (peek() == '}') {
            close();
            return new Literal.Entries(Map.of());
        }
        Literal first = value();
        if (peek() == ':') {
            return entries(first);
        }
        List<Literal> items = new ArrayList<>(List.of(first));
        if (isSeparator(peek())) {
            next++;
        }
        return rest(items, '}');
    }

    private Literal entries(Literal first) throws Malformed {
        Map<String, Literal> entries = new HashMap<>();
        Literal key = first;
        while (true) {
            expect(':');
            entries.put(String.valueOf(key.asText()), value());
            if (isSeparator(peek())) {
                next++;
            }
            if (peek() == '}') {
                close();
                return new Literal.Entries(entries);
            }
            key = value();
        }
    }

    private String quoted() throws Malformed {
        char quote = text.charAt(next++);
        StringBuilder found = new StringBuilder();
        while (next < text.length()) {
            char c = text.charAt(next++);
            if (c == quote) {
                return found.toString();
            }
            found.appendCodePoint(c == '\\' ? escaped() : c);
        }
        throw new Malformed();
    }

    private int escaped() throws Malformed {
        if (next == text.length()) {
            throw new Malformed();
        }
        char c = text.charAt(next++);
        return switch (c) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'x' -> code(2);
            case 'u' -> code(4);
            case 'U' -> code(8);
            default -> c;
        };
    }

    private int code(int digits) throws Malformed {
        try {
            int code = Integer.parseInt(text, next, next + digits, HEX);
            next += digits;
            if (code < 0 || code > Character.MAX_CODE_POINT) {
                throw new Malformed();
            }
            return code;
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            throw new Malformed();
        }
    }

    private Literal word() throws Malformed {
        int start = next;
        while (next < text.length() && DELIMITERS.indexOf(text.charAt(next)) < 0) {
            next++;
        }
        String word = text.substring(start, next);
        if (word.isEmpty()) {
            throw new Malformed();
        }
        return bare(word);
    }

    /** What a text without quotes means. */
    static Literal bare(String word) {
        String meaning = Texts.meaning(word);
        if (meaning == null) {
            return new Literal.Nothing();
        }
        return NUMBER.matcher(meaning).matches() || TRUTHS.contains(meaning)
                ? new Literal.Scalar(meaning)
                : new Literal.Text(meaning);
    }

    private char peek() throws Malformed {
        skipBlanks();
        if (next == text.length()) {
            throw new Malformed();
        }
        return text.charAt(next);
    }

    private void skipBlanks() {
        while (next < text.length() && Texts.isBlank(text.charAt(next))) {
            next++;
        }
    }

    private void expect(char expected) throws Malformed {
        if (peek() != expected) {
            throw new Malformed();
        }
        next++;
    }

    private void open() throws Malformed {
        next++;
        if (++depth > DEEPEST) {
            throw new Malformed();
        }
    }

    private void close() {
        next++;
        depth--;
    }
}
