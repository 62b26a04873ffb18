package fr.ecolhuma.etreprof.classification.text;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** The lines of a UTF-8 file, gzipped or not, one at a time, with their numbers. */
public final class ByteLines implements Closeable {

    private static final int GZIP_MAGIC = 0x1f8b;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final InputStream in;
    private int number;

    private ByteLines(InputStream in) {
        this.in = in;
    }

    public static ByteLines open(Path file) throws IOException {
        return new ByteLines(content(file));
    }

    /** The bytes of a file, unpacked if it is gzipped. */
    public static InputStream content(Path file) throws IOException {
        BufferedInputStream raw = new BufferedInputStream(Files.newInputStream(file));
        try {
            raw.mark(2);
            boolean gzipped = ((raw.read() << 8) | raw.read()) == GZIP_MAGIC;
            raw.reset();
            return gzipped ? new BufferedInputStream(new GZIPInputStream(raw)) : raw;
        } catch (IOException e) {
            raw.close();
            throw e;
        }
    }

    /** The number of the line read last, from 1; 0 at the start. */
    public int number() {
        return number;
    }

    /**
     * The next line without its end, or null after the last.
     *
     * @throws java.nio.charset.CharacterCodingException if it is not UTF-8
     */
    @Nullable
    public String next() throws IOException {
        number++;
        int b = in.read();
        if (b < 0) {
            return null;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        while (b >= 0 && b != '\n') {
            bytes.write(b);
            b = in.read();
        }
        String line = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes.toByteArray()))
                .toString();
        return number == 1 && line.indexOf(BYTE_ORDER_MARK) == 0 ? line.substring(1) : line;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
