package fr.ecolhuma.etreprof.classification.batch;

import fr.ecolhuma.etreprof.classification.document.ContentText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** The lines of a stream; a line that is too long is skipped and never kept. */
final class BoundedLines {

    private static final int MOST_BYTES = ContentText.MOST_BYTES;

    private final InputStream in;
    private final byte[] buffer = new byte[8192];
    private int at;
    private int filled;
    private int number;
    private boolean tooLong;
    private ByteArrayOutputStream line = new ByteArrayOutputStream();

    BoundedLines(InputStream in) {
        this.in = in;
    }

    /** Goes to the next line; false after the last. */
    boolean next() throws IOException {
        line = new ByteArrayOutputStream();
        tooLong = false;
        number++;
        if (at == filled && !fill()) {
            return false;
        }
        boolean ended = takeUpToLineEnd();
        while (!ended && fill()) {
            ended = takeUpToLineEnd();
        }
        return true;
    }

    /** The number of this line, from 1. */
    int number() {
        return number;
    }

    /** Whether this line has more than 1 MiB; its bytes are then not available. */
    boolean tooLong() {
        return tooLong;
    }

    /** This line's bytes, without its end. */
    byte[] bytes() {
        return line.toByteArray();
    }

    /** Whether reading on may have to wait for the sender. */
    boolean mayWait() throws IOException {
        return at == filled && in.available() == 0;
    }

    private boolean fill() throws IOException {
        at = 0;
        filled = Math.max(0, in.read(buffer));
        return filled > 0;
    }

    private boolean takeUpToLineEnd() {
        int end = at;
        while (end < filled && buffer[end] != '\n') {
            end++;
        }
        if (line.size() + end - at > MOST_BYTES) {
            tooLong = true;
            line = new ByteArrayOutputStream();
        }
        if (!tooLong) {
            line.write(buffer, at, end - at);
        }
        boolean ended = end < filled;
        at = ended ? end + 1 : end;
        return ended;
    }
}
