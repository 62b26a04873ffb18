package fr.ecolhuma.etreprof.classification.document;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Decodes bytes to text strictly: it never replaces or drops a byte. */
public final class TextDecoder {

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final int UTF_16_SHARE = 4;

    private TextDecoder() {}

    /**
     * The text of some bytes, without a byte order mark.
     *
     * @param declared the charset that came with them; without one, that of a byte order mark, else UTF-8
     * @throws DocumentException if they are not in that charset
     */
    public static String decode(byte[] bytes, @Nullable Charset declared) {
        Charset charset = declared == null ? marked(bytes) : declared;
        if (declared == null && charset.equals(StandardCharsets.UTF_8) && looksLikeUtf16(bytes)) {
            throw DocumentException.broken(
                    "found many zero bytes, expected UTF-8; save the text as UTF-8, or declare the charset UTF-16");
        }
        try {
            String text = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw DocumentException.broken("found bytes that are not %s; save the text as UTF-8 or declare its charset"
                    .formatted(charset.name()));
        }
    }

    private static Charset marked(byte[] bytes) {
        boolean marked = bytes.length > 1
                && ((bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF)
                        || (bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE));
        return marked ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
    }

    private static boolean looksLikeUtf16(byte[] bytes) {
        int zeros = 0;
        for (byte b : bytes) {
            zeros += b == 0 ? 1 : 0;
        }
        return zeros > 0 && zeros * UTF_16_SHARE >= bytes.length;
    }
}
