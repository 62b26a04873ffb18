package fr.ecolhuma.etreprof.classification.document;

import fr.ecolhuma.etreprof.classification.text.SourceText;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Checks a text before it is classified: it must not be blank or too large, and UTF-8 must be able to hold it. */
public final class ContentText {

    /** The largest size of a text in bytes of UTF-8: 1 MiB. */
    public static final int MOST_BYTES = 1 << 20;

    private static final char REPLACEMENT = '\uFFFD';
    private static final int WITH_BYTE_ORDER_MARK = MOST_BYTES + 4;

    private ContentText() {}

    /**
     * The text with every lone surrogate replaced by one character, so that all offsets stay valid.
     *
     * @throws DocumentException if it is blank or larger than {@link #MOST_BYTES}
     */
    public static String of(String text) {
        if (text.length() > MOST_BYTES) {
            throw tooLarge();
        }
        String whole = whole(text);
        if (3L * whole.length() > MOST_BYTES && whole.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            throw tooLarge();
        }
        if (SourceText.isBlank(whole)) {
            throw DocumentException.unusable("found no content, expected a text of at least one word");
        }
        return whole;
    }

    /** The text with U+FFFD in place of every lone surrogate. */
    public static String whole(String text) {
        StringBuilder whole = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                whole = whole == null ? new StringBuilder(text) : whole;
                whole.setCharAt(i, REPLACEMENT);
            }
        }
        return whole == null ? text : whole.toString();
    }

    /** The most bytes that a text of {@link #MOST_BYTES} can have in a charset. */
    public static int mostBytes(Charset charset) {
        if (charset.name().startsWith("UTF-32")) {
            return 4 * WITH_BYTE_ORDER_MARK;
        }
        return charset.name().startsWith("UTF-16") ? 2 * WITH_BYTE_ORDER_MARK : WITH_BYTE_ORDER_MARK;
    }

    /** The refusal of a larger text. */
    public static DocumentException tooLarge() {
        return DocumentException.tooLarge("found more than 1 MiB, expected at most 1 MiB; send a shorter text");
    }
}
