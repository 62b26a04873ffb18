package fr.ecolhuma.etreprof.ingestion.bucket;

import fr.ecolhuma.etreprof.ingestion.google.GoogleTokens;
import java.net.URI;
import java.time.Duration;

/**
 * What objects need that stands in no address.
 *
 * @param endpoint the address of the API
 * @param tokens of the account that reads
 * @param pause before the first try after a break; each further one waits twice as long
 */
public record BucketAccess(URI endpoint, GoogleTokens tokens, Duration pause) {

    private static final Duration USUAL_PAUSE = Duration.ofSeconds(1);

    /** An access that waits as long as is usual. */
    public BucketAccess(URI endpoint, GoogleTokens tokens) {
        this(endpoint, tokens, USUAL_PAUSE);
    }
}
