package fr.ecolhuma.etreprof.classification.text;

/**
 * The part of a text that is read. A longer text costs no more: its theme shows at its start, and a reader of markdown
 * takes up to 2 µs for a character of hostile texts.
 */
public final class TextStart {

    /** The most characters that are read, in UTF-16 units; long contents of teachers have 5,000 in the median. */
    public static final int MOST = 50_000;

    private static final int LONGEST_WORD = 200;

    private TextStart() {}

    /** The text, or its start up to the end of a word. */
    static String of(String text) {
        if (text.length() <= MOST) {
            return text;
        }
        for (int end = MOST; end > MOST - LONGEST_WORD; end--) {
            if (Character.isWhitespace(text.charAt(end))) {
                return text.substring(0, end);
            }
        }
        return text.substring(0, Character.isLowSurrogate(text.charAt(MOST)) ? MOST - 1 : MOST);
    }
}
