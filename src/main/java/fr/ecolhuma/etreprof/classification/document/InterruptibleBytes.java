package fr.ecolhuma.etreprof.classification.document;

import java.io.IOException;
import java.io.InterruptedIOException;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** A document in memory that can no longer be read once the reading thread is interrupted. */
final class InterruptibleBytes extends RandomAccessReadBuffer {

    InterruptibleBytes(byte[] bytes) {
        super(bytes);
    }

    @Override
    public int read() throws IOException {
        check();
        return super.read();
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        check();
        return super.read(target, offset, length);
    }

    private static void check() throws InterruptedIOException {
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException();
        }
    }
}
