package fr.ecolhuma.etreprof.classification.text;

import java.text.Normalizer;

/**
 * A text without differences that change its bytes and not its meaning, and the way back to the original places.
 *
 * <p>Line ends become LF; every kind of space one plain space; byte order marks, soft hyphens and zero-width characters
 * vanish; a letter with combining marks becomes one character where Unicode has it; curly apostrophes become straight.
 */
public final class SourceText {

    private final String text;
    private final int[] starts;
    private final int originalLength;

    private SourceText(String text, int[] starts, int originalLength) {
        this.text = text;
        this.starts = starts;
        this.originalLength = originalLength;
    }

    public static SourceText of(String original) {
        StringBuilder text = new StringBuilder(original.length());
        int[] starts = new int[original.length() + 1];
        for (int i = 0; i < original.length(); i++) {
            char c = original.charAt(i);
            boolean halfOfLineEnd = c == '\r' && original.startsWith("\r\n", i);
            if (isMark(c)) {
                compose(text, c);
            }
            if (halfOfLineEnd || isInvisible(c) || isMark(c)) {
                continue;
            }
            starts[text.length()] = i;
            text.append(plain(c));
        }
        starts[text.length()] = original.length();
        return new SourceText(text.toString(), starts, original.length());
    }

    /** Whether a text has nothing but spaces and signs that are not seen; it is read up to its first word. */
    public static boolean isBlank(String original) {
        for (int i = 0; i < original.length(); i++) {
            char c = original.charAt(i);
            if (!isMark(c) && !isInvisible(c) && !Character.isWhitespace(plain(c))) {
                return false;
            }
        }
        return true;
    }

    public String text() {
        return text;
    }

    /** The original place of the character at an index of the text, in UTF-16 units. */
    public int start(int index) {
        return starts[index];
    }

    /** The original end of the run that ends before an index of the text; marks and soft hyphens belong to it. */
    public int end(int index, String original) {
        int end = index == 0 ? 0 : starts[index - 1] + 1;
        while (end < originalLength && isMark(original.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isInvisible(char c) {
        return c >= '\u00AD' && Character.getType(c) == Character.FORMAT;
    }

    private static boolean isMark(char c) {
        return c >= '\u0300' && Character.getType(c) == Character.NON_SPACING_MARK;
    }

    private static void compose(StringBuilder text, char mark) {
        int last = text.length() - 1;
        if (last < 0) {
            return;
        }
        String composed = Normalizer.normalize("" + text.charAt(last) + mark, Normalizer.Form.NFC);
        if (composed.length() == 1) {
            text.setCharAt(last, composed.charAt(0));
        }
    }

    private static char plain(char c) {
        if (c == '\r' || c == '\u2028' || c == '\u2029' || c == '\u0085') {
            return '\n';
        }
        if (c == '\u2019' || c == '\u2018' || c == '\u02BC') {
            return '\'';
        }
        boolean space = c != '\n' && c != '\t' && (Character.isSpaceChar(c) || Character.isISOControl(c));
        return space ? ' ' : c;
    }
}
