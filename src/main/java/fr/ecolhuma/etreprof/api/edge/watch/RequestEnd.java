package fr.ecolhuma.etreprof.api.edge.watch;

import org.jspecify.annotations.Nullable;

/**
 * The outcome of a request.
 *
 * @param route the pattern of its path, without the ids in it; {@code other} where no route matches
 * @param exception the simple name of the exception that ended it; {@code none} without one
 * @param nanos from its first byte read to its answer's last written
 * @param bytes of the answer's body
 */
record RequestEnd(
        String method,
        String route,
        int status,
        String exception,
        long nanos,
        long bytes,
        @Nullable TraceParent trace) {

    private static final long NANOS_PER_MILLI = 1_000_000;

    long millis() {
        return nanos / NANOS_PER_MILLI;
    }
}
