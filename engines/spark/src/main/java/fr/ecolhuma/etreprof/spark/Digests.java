package fr.ecolhuma.etreprof.spark;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/** Digests of files and texts. */
final class Digests {

    private static final int BUFFER = 1 << 17;
    private static final int CONTENT_DIGITS = 15;
    private static final int HEXADECIMAL = 16;

    private Digests() {}

    /** SHA-256 of a file, in hexadecimal. */
    static String of(String file, Configuration configuration) throws IOException {
        Path path = new Path(file);
        MessageDigest digest = digest("SHA-256");
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = path.getFileSystem(configuration).open(path)) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                digest.update(buffer, 0, count);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** SHA-256 of a text, in hexadecimal. */
    static String ofText(String text) {
        return HexFormat.of().formatHex(digest("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** The negative key of an event by a text that names it; it leaves this engine in no table. */
    static long eventKey(String text) {
        return -1 - (ByteBuffer.wrap(md5(text)).getLong() >>> 1);
    }

    /** The negative key of a content by a text that is no number: the same in every engine. */
    static long contentKey(String text) {
        return -1 - Long.parseLong(HexFormat.of().formatHex(md5(text)).substring(0, CONTENT_DIGITS), HEXADECIMAL);
    }

    private static byte[] md5(String text) {
        return digest("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
    }

    private static MessageDigest digest(String name) {
        try {
            return MessageDigest.getInstance(name);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
