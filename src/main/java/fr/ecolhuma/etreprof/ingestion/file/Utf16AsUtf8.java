package fr.ecolhuma.etreprof.ingestion.file;

import java.io.IOException;
import java.io.InputStream;

/**
 * A text in UTF-16 as UTF-8. Where it has half a character stands a byte that is not UTF-8 either, so that the reader
 * finds its line and column.
 */
final class Utf16AsUtf8 extends InputStream {

    private static final int END = -1;
    private static final int HALF = 0x110000;
    private static final byte NO_CHARACTER = (byte) 0xff;
    /** Bytes that one unit may add. */
    private static final int MOST = 5;

    private final InputStream in;
    private final boolean bigEndian;
    private final byte[] buffer = new byte[1 << 14];
    private int next;
    private int filled;
    private char high;

    Utf16AsUtf8(InputStream in, TextEncoding encoding) {
        this.in = in;
        this.bigEndian = encoding == TextEncoding.UTF_16BE;
    }

    @Override
    public int read() throws IOException {
        return next == filled && !fill() ? END : buffer[next++] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (next == filled && !fill()) {
            return END;
        }
        int count = Math.min(length, filled - next);
        System.arraycopy(buffer, next, target, offset, count);
        next += count;
        return count;
    }

    private boolean fill() throws IOException {
        next = 0;
        filled = 0;
        int unit = 0;
        while (unit != END && filled <= buffer.length - MOST) {
            unit = unit();
            add(unit);
        }
        return filled > 0;
    }

    private int unit() throws IOException {
        int first = in.read();
        if (first == END) {
            return END;
        }
        int second = in.read();
        if (second == END) {
            return HALF;
        }
        return bigEndian ? (first << 8) | second : (second << 8) | first;
    }

    private void add(int unit) {
        if (high != 0 && isLow(unit)) {
            character(Character.toCodePoint(high, (char) unit));
            high = 0;
            return;
        }
        if (high != 0) {
            buffer[filled++] = NO_CHARACTER;
            high = 0;
        }
        if (unit == HALF || isLow(unit)) {
            buffer[filled++] = NO_CHARACTER;
        } else if (unit >= Character.MIN_HIGH_SURROGATE && unit <= Character.MAX_HIGH_SURROGATE) {
            high = (char) unit;
        } else if (unit != END) {
            character(unit);
        }
    }

    private static boolean isLow(int unit) {
        return unit >= Character.MIN_LOW_SURROGATE && unit <= Character.MAX_LOW_SURROGATE;
    }

    private void character(int code) {
        if (code < 0x80) {
            buffer[filled++] = (byte) code;
        } else if (code < 0x800) {
            buffer[filled++] = (byte) (0xc0 | (code >> 6));
            more(code, 0);
        } else if (code < 0x10000) {
            buffer[filled++] = (byte) (0xe0 | (code >> 12));
            more(code, 6);
            more(code, 0);
        } else {
            buffer[filled++] = (byte) (0xf0 | (code >> 18));
            more(code, 12);
            more(code, 6);
            more(code, 0);
        }
    }

    private void more(int code, int shift) {
        buffer[filled++] = (byte) (0x80 | ((code >> shift) & 0x3f));
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
