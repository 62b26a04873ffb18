package fr.ecolhuma.etreprof.classification.document;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Where a PDF begins: its readers pass over up to 1,024 bytes that servers, mail programs or scripts put before it. */
final class PdfHeader {

    private static final String START = "%PDF-";
    private static final int FIRST_BYTES = 1_024;
    private static final int NONE = -1;

    private PdfHeader() {}

    /** Whether the bytes begin with it, blanks and a byte order mark left out. */
    static boolean isFirst(byte[] bytes) {
        int place = place(bytes);
        return place != NONE
                && new String(bytes, 0, place, StandardCharsets.ISO_8859_1)
                        .replace("\u00EF\u00BB\u00BF", "")
                        .isBlank();
    }

    /** Where it stands among the first bytes; -1 for nowhere. */
    static int place(byte[] bytes) {
        return new String(bytes, 0, Math.min(bytes.length, FIRST_BYTES), StandardCharsets.ISO_8859_1).indexOf(START);
    }

    /** The bytes from it on. */
    static byte[] fromStart(byte[] bytes) {
        return Arrays.copyOfRange(bytes, Math.max(0, place(bytes)), bytes.length);
    }
}
