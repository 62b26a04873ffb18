package fr.ecolhuma.etreprof.api.edge.form;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** The body of a chunked answer, chunk by chunk as they come; never waits for more than the next chunk. */
final class Chunks extends InputStream {

    private final InputStream in;
    private final StringBuilder head = new StringBuilder();
    private int left;
    private boolean ended;

    Chunks(InputStream in) throws IOException {
        this.in = in;
        for (String line = line(); !line.isEmpty(); line = line()) {
            head.append(line).append('\n');
        }
    }

    /** The status line and the headers. */
    String head() {
        return head.toString();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int count) throws IOException {
        if (left == 0 && !ended) {
            left = Integer.parseInt(line(), 16);
            ended = left == 0;
        }
        if (ended) {
            return -1;
        }
        int got = in.read(bytes, offset, Math.min(count, left));
        left -= got;
        if (left == 0) {
            line();
        }
        return got;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the service closed the connection");
            }
            line.append((char) next);
        }
        return line.toString().strip();
    }
}
