package fr.ecolhuma.etreprof.api.heavy;

import fr.ecolhuma.etreprof.api.request.ApiException;
import fr.ecolhuma.etreprof.api.request.BoundedBody;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * The memory for large bodies that are being read or worked on. Callers without end may send large bodies at once; those
 * that find no room are refused.
 */
@Component
public final class BodyMemory {

    /** Three of the largest bodies, or the largest texts of two seconds. */
    private static final int KIBIBYTES = 24 << 10;

    /** Smaller bodies always have room. */
    private static final int SMALL = 16 << 10;

    /** Who has sent as much has memory for as much as was announced. */
    private static final int EARNEST = 64 << 10;

    private final Semaphore kibibytes;

    @Autowired
    BodyMemory() {
        this(KIBIBYTES);
    }

    BodyMemory(int kibibytes) {
        this.kibibytes = new Semaphore(kibibytes);
    }

    /** Room that is given back at its close. */
    public final class Room implements AutoCloseable {

        private byte[] bytes = new byte[0];
        private int taken;

        private Room() {}

        /** The body. */
        public byte[] bytes() {
            return bytes;
        }

        /** The same room for a body that was read elsewhere. */
        public Room with(byte[] body) {
            bytes = body;
            return this;
        }

        private void grow(int size) {
            int wanted = size <= SMALL ? 0 : (size >> 10) + 1;
            if (wanted > taken) {
                if (!kibibytes.tryAcquire(wanted - taken)) {
                    throw HeavyWork.busy();
                }
                taken = wanted;
            }
        }

        /** Reads up to so many bytes; a negative number of announced bytes is an unknown one. */
        private void read(InputStream in, long announced, int most) throws IOException {
            bytes = new byte[announced < 0 ? SMALL : (int) Math.min(announced, SMALL)];
            int length = in.readNBytes(bytes, 0, bytes.length);
            while (length == bytes.length && length < most && length != announced) {
                int larger = larger(length, announced, most);
                grow(larger);
                bytes = Arrays.copyOf(bytes, larger);
                length += in.readNBytes(bytes, length, larger - length);
            }
            bytes = length == bytes.length ? bytes : Arrays.copyOf(bytes, length);
        }

        private static int larger(int length, long announced, int most) {
            return length < EARNEST || announced < 0
                    ? (int) Math.min(Math.max(2L * length, SMALL), announced < 0 ? most : Math.min(announced, most))
                    : (int) Math.min(announced, most);
        }

        @Override
        public void close() {
            kibibytes.release(taken);
            taken = 0;
            bytes = new byte[0];
        }
    }

    /**
     * Reads a body; the memory grows with what has come.
     *
     * @param most the allowed number of bytes
     * @param tooLarge makes the refusal of a larger body
     * @throws ApiException 400 if it ends too early or is badly chunked, 503 if there is no room
     */
    public Room read(HttpServletRequest request, int most, Supplier<? extends RuntimeException> tooLarge) {
        long announced = request.getContentLengthLong();
        if (announced > most) {
            throw tooLarge.get();
        }
        if (announced > SMALL && announced >> 10 > kibibytes.availablePermits()) {
            throw HeavyWork.busy();
        }
        Room room = new Room();
        try {
            room.read(request.getInputStream(), announced, most + 1);
            if (room.bytes.length > most) {
                throw tooLarge.get();
            }
            return room;
        } catch (IOException e) {
            room.close();
            throw BoundedBody.broken();
        } catch (RuntimeException e) {
            room.close();
            throw e;
        }
    }

    /**
     * Takes room for what others read.
     *
     * @throws ApiException 503 if there is none
     */
    public Room take(int size) {
        Room room = new Room();
        room.grow(size);
        return room;
    }
}
