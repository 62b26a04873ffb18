package fr.ecolhuma.etreprof.ingestion.google;

import fr.ecolhuma.etreprof.ingestion.file.ExportException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Access tokens of Google's APIs; one is used again until shortly before its end. */
public final class GoogleTokens {

    private static final Duration MARGIN = Duration.ofMinutes(1);

    private final @Nullable Path credentials;
    private final String metadataHost;
    private final Clock clock;
    private final Map<String, AccessToken> known = new HashMap<>();

    /**
     * Tokens of an account; nothing is read or called before the first is asked for.
     *
     * @param credentials a key file of a service account, or of gcloud's application default login; null for the account
     *     of this machine
     * @param metadataHost the host of the metadata server, which has the account of this machine
     */
    public GoogleTokens(@Nullable Path credentials, String metadataHost, Clock clock) {
        this.credentials = credentials;
        this.metadataHost = metadataHost;
        this.clock = clock;
    }

    /**
     * A token for a scope of Google's APIs.
     *
     * @throws ExportException if there is none; says why and what to do
     */
    public synchronized String token(String scope) {
        AccessToken token = known.get(scope);
        Instant now = clock.instant();
        if (token == null || token.end().minus(MARGIN).isBefore(now)) {
            TokenSource source = credentials == null ? new MetadataServer(metadataHost) : KeyFile.read(credentials);
            token = TokenCall.answer(source, scope, now);
            known.put(scope, token);
        }
        return token.value();
    }
}
