package fr.ecolhuma.etreprof.ingestion.file;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * What gzip has packed: a header with any of its fields, members one after the other, zero bytes behind the last. Anything
 * else is damage; {@link java.util.zip.GZIPInputStream} takes the damaged header of a member for the end.
 */
public final class Unpacked extends InputStream {

    private static final int END = -1;
    private static final int DEFLATE = 8;
    private static final int HEADER_CHECK = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;
    private static final int RESERVED = 0xe0;

    private final InputStream in;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 sum = new CRC32();
    private final byte[] packed = new byte[1 << 16];
    private int next;
    private int filled;
    private boolean begun;
    private boolean ended;

    /** Before the first byte; closes what it reads. */
    public Unpacked(InputStream in) {
        this.in = in;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) == END ? END : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!begun) {
            begun = true;
            header(required());
        }
        int count = 0;
        while (count == 0 && !ended) {
            count = inflate(target, offset, length);
            if (count == 0 && inflater.finished()) {
                endMember();
            } else if (count == 0) {
                more();
            }
        }
        sum.update(target, offset, count);
        return count == 0 ? END : count;
    }

    private int inflate(byte[] target, int offset, int length) throws IOException {
        try {
            return inflater.inflate(target, offset, length);
        } catch (DataFormatException e) {
            throw new ZipException("the packed data is damaged");
        }
    }

    /** Gives the inflater what it waits for. */
    private void more() throws IOException {
        require(!inflater.needsDictionary());
        if (next == filled && !fill()) {
            throw new EOFException();
        }
        inflater.setInput(packed, next, filled - next);
        next = filled;
    }

    private void endMember() throws IOException {
        next = filled - inflater.getRemaining();
        require(number() == sum.getValue());
        require(number() == (inflater.getBytesWritten() & 0xffffffffL));
        int first = read8();
        while (first == 0) {
            first = read8();
        }
        if (first == END) {
            ended = true;
        } else {
            header(first);
        }
    }

    private void header(int first) throws IOException {
        require(first == 0x1f && required() == 0x8b && required() == DEFLATE);
        int fields = required();
        require((fields & RESERVED) == 0);
        skip(6);
        if ((fields & EXTRA) != 0) {
            skip(required() | (required() << 8));
        }
        if ((fields & NAME) != 0) {
            skipText();
        }
        if ((fields & COMMENT) != 0) {
            skipText();
        }
        skip((fields & HEADER_CHECK) != 0 ? 2 : 0);
        inflater.reset();
        sum.reset();
    }

    private void skip(int bytes) throws IOException {
        for (int i = 0; i < bytes; i++) {
            required();
        }
    }

    private void skipText() throws IOException {
        int b = required();
        while (b != 0) {
            b = required();
        }
    }

    private long number() throws IOException {
        long number = 0;
        for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
            number |= (long) required() << shift;
        }
        return number;
    }

    private int required() throws IOException {
        int b = read8();
        if (b == END) {
            throw new EOFException();
        }
        return b;
    }

    private int read8() throws IOException {
        return next == filled && !fill() ? END : packed[next++] & 0xff;
    }

    private boolean fill() throws IOException {
        next = 0;
        filled = Math.max(0, in.read(packed));
        return filled > 0;
    }

    private static void require(boolean holds) throws IOException {
        if (!holds) {
            throw new ZipException("the packed data is damaged");
        }
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        in.close();
    }
}
