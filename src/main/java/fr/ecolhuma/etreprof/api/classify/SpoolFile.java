package fr.ecolhuma.etreprof.api.classify;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Bytes in a temporary file, first in, first out; the file exists only while it is needed. */
final class SpoolFile implements Closeable {

    private static final int CHUNK = 1 << 16;

    private final long most;

    private @Nullable FileChannel channel;
    private long written;
    private long taken;

    /**
     * An empty one.
     *
     * @param most it is full with so many bytes
     */
    SpoolFile(long most) {
        this.most = most;
    }

    boolean isEmpty() {
        return taken == written;
    }

    /** Whether it is full: nothing may be appended until it is empty. */
    boolean isFull() {
        return written >= most;
    }

    void append(byte[] bytes) throws IOException {
        FileChannel file = channel();
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            written += file.write(buffer, written);
        }
    }

    byte[] take() throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(CHUNK, written - taken));
        while (buffer.hasRemaining()) {
            int read = channel().read(buffer, taken);
            if (read < 0) {
                throw new EOFException();
            }
            taken += read;
        }
        if (isEmpty()) {
            channel().truncate(0);
            written = 0;
            taken = 0;
        }
        return buffer.array();
    }

    private FileChannel channel() throws IOException {
        FileChannel open = channel;
        if (open == null) {
            Path path = Files.createTempFile("answers", ".ndjson");
            open = FileChannel.open(
                    path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
            channel = open;
        }
        return open;
    }

    @Override
    public void close() throws IOException {
        if (channel != null) {
            channel.close();
        }
    }
}
