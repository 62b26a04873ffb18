package fr.ecolhuma.etreprof.api.edge.pace;

import java.util.concurrent.TimeUnit;

/**
 * The time that one connection has kept the service waiting for the request that it is sending.
 *
 * <p>Time counts only while the service waits for more bytes: its own work and the rest between two requests do not
 * count. Used by one thread at a time.
 */
final class Pace {

    private static final long NONE = Long.MIN_VALUE;

    private final long grace;
    private final long nanosPerByte;
    private long bytes;
    private long waited;
    private long since = NONE;

    Pace(PaceSettings settings) {
        this.grace = settings.grace().toNanos();
        this.nanosPerByte = TimeUnit.SECONDS.toNanos(1) / settings.bytesPerSecond();
    }

    /** The request is over. */
    void rest() {
        bytes = 0;
        waited = 0;
        since = NONE;
    }

    /**
     * Bytes were wanted.
     *
     * @param read how many there were; 0 when the service has to wait for them
     * @param now in nanoseconds of any clock that never goes back
     */
    void wanted(int read, long now) {
        if (read == 0) {
            since = since == NONE ? now : since;
            return;
        }
        boolean begun = bytes > 0;
        waited += begun && since != NONE ? now - since : 0;
        bytes += Math.max(0, read);
        since = NONE;
    }

    /** Whether the service has waited too long. */
    boolean isTooSlow() {
        return waited > grace + bytes * nanosPerByte;
    }
}
