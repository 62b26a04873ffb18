package fr.ecolhuma.etreprof.api.edge.form;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** Packs answers. */
final class Gzip extends GZIPOutputStream {

    /** Below this a packed answer saves no packet of the network. */
    static final int LEAST = 2 << 10;

    private static final int BUFFER = 8 << 10;

    private Gzip(OutputStream out, int level, boolean flushes) throws IOException {
        super(out, BUFFER, flushes);
        def.setLevel(level);
    }

    /** Packs a stream: each flush hands on everything that was written before it. */
    static Gzip stream(OutputStream out) throws IOException {
        return new Gzip(out, Deflater.BEST_SPEED, true);
    }

    /** Packs a whole answer; the same bytes for the same answer, whether it is kept or not. */
    static byte[] packed(byte[] plain) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(plain.length / 2);
        try (Gzip gzip = new Gzip(bytes, Deflater.DEFAULT_COMPRESSION, false)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Frees the memory of a stream that does not come to its end. */
    void abandon() {
        def.end();
    }

    /** Whether a media type is of text, which becomes smaller. */
    static boolean packs(String type) {
        int end = type.indexOf(';');
        String name = (end < 0 ? type : type.substring(0, end)).strip().toLowerCase(Locale.ROOT);
        return name.startsWith("text/")
                ? !Streams.EVENTS.equals(name)
                : name.contains("json") || name.contains("yaml") || name.contains("xml") || name.contains("javascript");
    }
}
