package fr.ecolhuma.etreprof.features.count;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** First and last event of each user row. */
public final class EventDates {

    private static final long NONE = Long.MIN_VALUE;
    private static final long MICROS = 1_000_000;

    private final long[] joins;
    private final long[] lasts;

    public EventDates(int rows) {
        joins = new long[rows];
        lasts = new long[rows];
        Arrays.fill(joins, NONE);
        Arrays.fill(lasts, NONE);
    }

    public void put(int row, long joinMicros, long lastMicros) {
        joins[row] = joinMicros;
        lasts[row] = lastMicros;
    }

    /** The first event, or null for a user without events. */
    public @Nullable LocalDateTime joinDate(int row) {
        return date(joins[row]);
    }

    /** The last event, or null for a user without events. */
    public @Nullable LocalDateTime lastActionDate(int row) {
        return date(lasts[row]);
    }

    private static @Nullable LocalDateTime date(long micros) {
        return micros == NONE
                ? null
                : LocalDateTime.ofEpochSecond(
                        Math.floorDiv(micros, MICROS), (int) Math.floorMod(micros, MICROS) * 1000, ZoneOffset.UTC);
    }
}
