package fr.ecolhuma.etreprof.classification.document;

import fr.ecolhuma.etreprof.classification.text.SourceText;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** What every text must be before it is classified: not blank, not too large, writable as UTF-8. */
public final class ContentText {

    /** The most that a text may have, in bytes of UTF-8: 1 MiB. */
    public static final int MOST_BYTES = 1 << 20;

    private static final char REPLACEMENT = '\uFFFD';
    private static final int WITH_BYTE_ORDER_MARK = MOST_BYTES + 4;

    private ContentText() {}

    /**
     * The text, every half of a surrogate pair replaced, so that places in it stay what they are.
     *
     * @throws DocumentException if it is blank or larger than {@link #MOST_BYTES}
     */
    public static String of(String text) {
        if (text.length() > MOST_BYTES) {
            throw tooLarge();
        }
        String whole = whole(text);
        if (whole.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            throw tooLarge();
        }
        if (isBlank(whole)) {
            throw DocumentException.unusable("found no content, expected a text of at least one word");
        }
        return whole;
    }

    /** The text with U+FFFD in place of every half of a surrogate pair. */
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

    /** The refusal of anything larger. */
    public static DocumentException tooLarge() {
        return DocumentException.tooLarge("found more than 1 MiB, expected at most that; send a shorter text");
    }

    private static boolean isBlank(String text) {
        return SourceText.of(text).text().isBlank();
    }
}
