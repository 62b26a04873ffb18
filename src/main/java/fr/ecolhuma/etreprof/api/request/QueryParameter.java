package fr.ecolhuma.etreprof.api.request;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/**
 * A parameter with a text, decoded strictly.
 *
 * <p>It is read from the query alone: the container would also read a form's body to look for parameters.
 */
public final class QueryParameter {

    private static final int MOST = 64 << 10;

    private QueryParameter() {}

    /**
     * The parameter's value, or null without one.
     *
     * @param query as it is in the address, or null
     * @throws ApiException 400 if the query has it twice or it is not percent-encoded UTF-8; 413 if the query is too
     *     long
     */
    public static @Nullable String of(String name, @Nullable String query) {
        if (query != null && query.length() > MOST) {
            throw ApiException.of(
                            ProblemKind.TOO_LARGE,
                            "found a query of more than 64 KiB, expected at most 64 KiB; send the text as a body")
                    .value("kib", 64);
        }
        String value = null;
        for (String pair : query == null ? new String[0] : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (name.equals(equals < 0 ? pair : pair.substring(0, equals))) {
                if (value != null) {
                    throw ApiException.of(
                                    ProblemKind.MALFORMED_VALUE,
                                    "%s: found two values in the query, expected one".formatted(name))
                            .value("twice", name);
                }
                value = equals < 0 ? "" : decoded(name, pair.substring(equals + 1));
            }
        }
        return value;
    }

    private static String decoded(String name, String encoded) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes(encoded)))
                    .toString();
        } catch (CharacterCodingException e) {
            throw ApiException.of(
                            ProblemKind.UNREADABLE_REQUEST,
                            "%s: found bytes that are not UTF-8, expected percent-encoded UTF-8".formatted(name))
                    .value("parameter", name);
        } catch (IllegalArgumentException e) {
            throw ApiException.of(
                            ProblemKind.UNREADABLE_REQUEST,
                            "%s: found a %% without two hexadecimal digits; encode it as %%25".formatted(name))
                    .value("parameter", name);
        }
    }

    /** One byte a character: the library replaces bytes that are not UTF-8, and they could not be refused. */
    private static byte[] bytes(String encoded) {
        return UriUtils.decode(encoded.replace('+', ' '), StandardCharsets.ISO_8859_1)
                .getBytes(StandardCharsets.ISO_8859_1);
    }
}
