package fr.ecolhuma.etreprof.ingestion.warehouse;

import fr.ecolhuma.etreprof.ingestion.google.GoogleTokens;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What tables need that stands in no address.
 *
 * @param endpoint the address of the API
 * @param tokens of the account that reads
 * @param project that queries run in and are billed to; null for that of the table
 * @param location of the datasets, such as {@code EU}; null for the one that BigQuery finds
 * @param mostBytes the most that one query may be billed for
 * @param longest the longest time of one query with its rows
 * @param pause before the first try after a failure; each further one waits twice as long
 */
public record WarehouseAccess(
        URI endpoint,
        GoogleTokens tokens,
        @Nullable String project,
        @Nullable String location,
        long mostBytes,
        Duration longest,
        Duration pause) {

    private static final Duration USUAL_LONGEST = Duration.ofMinutes(30);
    private static final Duration USUAL_PAUSE = Duration.ofSeconds(1);

    /** An access that waits as long as is usual. */
    public WarehouseAccess(
            URI endpoint, GoogleTokens tokens, @Nullable String project, @Nullable String location, long mostBytes) {
        this(endpoint, tokens, project, location, mostBytes, USUAL_LONGEST, USUAL_PAUSE);
    }
}
