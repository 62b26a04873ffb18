package fr.ecolhuma.etreprof.ingestion.engine;

import java.time.Instant;
import java.time.LocalDate;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/**
 * How an extraction runs.
 *
 * @param asOf the day at whose end everything is counted, or null for the latest event not later than now
 * @param now the clock's instant, read once by the caller
 * @param memoryLimit what the SQL engine may use, such as {@code 700MB}; more spills to the temporary disk
 * @param threads the SQL engine's threads, at least 1; the result is the same for any number
 * @param erased ids of users who are left out
 */
public record EngineSettings(
        @Nullable LocalDate asOf, Instant now, String memoryLimit, int threads, LongPredicate erased) {

    /** The settings of an extraction that leaves nobody out. */
    public EngineSettings(@Nullable LocalDate asOf, Instant now, String memoryLimit, int threads) {
        this(asOf, now, memoryLimit, threads, id -> false);
    }

    public EngineSettings {
        if (!memoryLimit.matches("\\d+ ?[KMG]i?B")) {
            throw new IllegalArgumentException(
                    "found memory limit '%s', expected a number and a unit such as 700MB".formatted(memoryLimit));
        }
        if (threads < 1) {
            throw new IllegalArgumentException("found %d threads, expected at least 1".formatted(threads));
        }
    }
}
