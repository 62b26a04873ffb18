package fr.ecolhuma.etreprof.api.classify;

import fr.ecolhuma.etreprof.api.request.ApiException;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The query parameter {@code content}, decoded strictly.
 *
 * <p>Read from the query alone, since the container would look for parameters in a form's body too and read it for that.
 */
final class QueryContent {

    private static final String NAME = "content";
    private static final int MOST = 64 << 10;

    private QueryContent() {}

    /**
     * The parameter's value, or null without one.
     *
     * @param query as it stands in the address, or null
     * @throws ApiException 400 if it is there twice, or no percent-encoded UTF-8; 413 if the query is too long
     */
    static @Nullable String of(@Nullable String query) {
        if (query != null && query.length() > MOST) {
            throw ApiException.tooLarge(
                    "found a query of more than 64 KiB, expected at most that; send the text as a body");
        }
        String value = null;
        for (String pair : query == null ? new String[0] : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            if (name.equals(NAME)) {
                if (value != null) {
                    throw ApiException.badRequest("content: found it twice in the query, expected one");
                }
                value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
            }
        }
        return value;
    }

    private static String decoded(String encoded) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(encoded.length());
        for (int i = 0; i < encoded.length(); i++) {
            char c = encoded.charAt(i);
            if (c == '%') {
                bytes.write(octet(encoded, i + 1));
                i += 2;
            } else {
                bytes.write(c == '+' ? ' ' : c);
            }
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw ApiException.badRequest("content: found bytes that are not UTF-8, expected percent-encoded UTF-8");
        }
    }

    private static int octet(String encoded, int at) {
        int high = at + 1 < encoded.length() ? Character.digit(encoded.charAt(at), 16) : -1;
        int low = high < 0 ? -1 : Character.digit(encoded.charAt(at + 1), 16);
        if (low < 0) {
            throw ApiException.badRequest("content: found a % without two hexadecimal digits; encode it as %25");
        }
        return high * 16 + low;
    }
}
