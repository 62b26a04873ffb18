package fr.ecolhuma.etreprof.api.edge.form;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;

/** The bytes of a {@link HeldResponse}. */
final class HeldStream extends ServletOutputStream {

    private final HeldResponse response;

    HeldStream(HeldResponse response) {
        this.response = response;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int count) throws IOException {
        response.write(bytes, offset, count);
    }

    @Override
    public void flush() throws IOException {
        response.flushBuffer();
    }

    @Override
    public boolean isReady() {
        return true;
    }

    @Override
    public void setWriteListener(WriteListener listener) {
        throw new IllegalStateException("answers are written by threads that may wait");
    }
}
