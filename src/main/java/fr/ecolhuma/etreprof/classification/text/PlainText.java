package fr.ecolhuma.etreprof.classification.text;

import java.util.regex.Pattern;

/** Text that is not markdown: an indent begins a paragraph there, not code. */
public final class PlainText {

    private static final Pattern INDENT = Pattern.compile("(?m)^[\\h\\u200B\\uFEFF]+");
    private static final Pattern CODE_INDENT = Pattern.compile("(?m)^[ \\t]++(?=\\S)");

    /** As long as a space, so that places in the text stay what they are; {@link SourceText} drops it. */
    private static final String NOTHING = "\u200B";

    private static final String NO_INDENT = "\u00A0";

    private PlainText() {}

    /** The text, as long as it was, without indents. */
    public static String unindented(String text) {
        return INDENT.matcher(text)
                .replaceAll(indent -> NOTHING.repeat(indent.group().length()));
    }

    /** A text that markdown is read from, as long as it was, with indents that mean nothing there. */
    static String withoutCode(String source) {
        return CODE_INDENT
                .matcher(source)
                .replaceAll(indent -> NO_INDENT.repeat(indent.group().length()));
    }
}
