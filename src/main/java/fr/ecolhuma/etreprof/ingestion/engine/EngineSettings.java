package fr.ecolhuma.etreprof.ingestion.engine;

import java.time.Instant;
import java.time.LocalDate;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/**
 * The settings of an extraction.
 *
 * @param asOf the day at whose end everything is counted, or null for the latest event not later than now
 * @param now the clock's instant, read once by the caller
 * @param memory the bytes that the SQL engine may use; more spills to the temporary disk
 * @param threads the SQL engine's threads, at least 1; the result is the same for any number
 * @param erased ids of the users to leave out
 */
public record EngineSettings(@Nullable LocalDate asOf, Instant now, long memory, int threads, LongPredicate erased) {

    private static final long MEGABYTE = 1 << 20;

    /** The settings of an extraction of all users. */
    public EngineSettings(@Nullable LocalDate asOf, Instant now, long memory, int threads) {
        this(asOf, now, memory, threads, id -> false);
    }

    public EngineSettings {
        if (memory < 1) {
            throw new IllegalArgumentException("found %d bytes of memory, expected at least 1".formatted(memory));
        }
        if (threads < 1) {
            throw new IllegalArgumentException("found %d threads, expected at least 1".formatted(threads));
        }
    }

    /** The memory in the unit in which operators set it. */
    public String megabytes() {
        return memory / MEGABYTE + "MB";
    }
}
