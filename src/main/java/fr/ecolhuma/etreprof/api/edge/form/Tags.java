package fr.ecolhuma.etreprof.api.edge.form;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HexFormat;
import org.springframework.http.ETag;

/**
 * The {@code ETag} of answers: a digest of the bytes and of the headers that describe them, since another release of the service may
 * write the same model differently.
 *
 * <p>The packed form has the same tag, marked as weak: both forms mean the same and differ in bytes. nginx does so too
 * when it packs an answer.
 */
public final class Tags {

    private static final String WEAK = "W/";

    private Tags() {}

    /** The tag of a body. */
    static String of(byte[] body, String... about) {
        try {
            MessageDigest digest = MessageDigest.getInstance("MD5");
            for (String header : about) {
                digest.update((header + "\n").getBytes(StandardCharsets.UTF_8));
            }
            return '"' + HexFormat.of().formatHex(digest.digest(body)) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has MD5", e);
        }
    }

    /** The tag of the packed form. */
    static String weak(String tag) {
        return tag.startsWith(WEAK) ? tag : WEAK + tag;
    }

    /** Whether the values of {@code If-None-Match} have the tag, in either form. */
    static boolean match(Enumeration<String> wanted, String tag) {
        String strong = tag.startsWith(WEAK) ? tag.substring(WEAK.length()) : tag;
        return Collections.list(wanted).stream()
                .flatMap(value -> ETag.parse(value).stream())
                .anyMatch(one -> one.isWildcard() || ('"' + one.tag() + '"').equals(strong));
    }
}
