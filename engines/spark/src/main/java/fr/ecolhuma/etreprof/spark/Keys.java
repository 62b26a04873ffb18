package fr.ecolhuma.etreprof.spark;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Negative keys of what has no number for an id. */
final class Keys {

    private static final int CONTENT_DIGITS = 15;
    private static final int HEXADECIMAL = 16;

    private Keys() {}

    /** The key of an event by a text that names it; it leaves this engine in no table. */
    static long event(String text) {
        return -1 - (ByteBuffer.wrap(md5(text)).getLong() >>> 1);
    }

    /** The key of a content by a text that is no number: the same in every engine. */
    static long content(String text) {
        return -1 - Long.parseLong(HexFormat.of().formatHex(md5(text)).substring(0, CONTENT_DIGITS), HEXADECIMAL);
    }

    private static byte[] md5(String text) {
        try {
            return MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has MD5", e);
        }
    }
}
