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
 * The memory for large bodies that are being read or worked on: an eighth of the heap. Callers without end may send
 * large bodies at once; those that find no room are refused.
 */
@Component
public final class BodyMemory {

    private static final int SHARE_OF_HEAP = 8;
    private static final int LEAST_KIBIBYTES = 16 << 10;

    /** Smaller bodies always have room. */
    private static final int SMALL = 16 << 10;

    private final Semaphore kibibytes;

    @Autowired
    BodyMemory() {
        this((int) Math.max(LEAST_KIBIBYTES, (Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP) >> 10));
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

        private void read(InputStream in, int most) throws IOException {
            bytes = new byte[SMALL];
            int length = 0;
            int read = in.read(bytes, 0, bytes.length);
            while (read > 0) {
                length += read;
                if (length == bytes.length && length < most) {
                    int larger = Math.min(2 * length, most);
                    grow(larger);
                    bytes = Arrays.copyOf(bytes, larger);
                }
                read = in.read(bytes, length, bytes.length - length);
            }
            bytes = Arrays.copyOf(bytes, length);
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
        if (request.getContentLengthLong() > most) {
            throw tooLarge.get();
        }
        Room room = new Room();
        try {
            room.read(request.getInputStream(), most + 1);
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
