package fr.ecolhuma.etreprof.api.edge.keys;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Signed tokens by which a browser reads the profile and the list of its own user. */
public final class UserTokens {

    /** A token and the time from which it is no longer valid. */
    public record Issued(String token, Instant expiresAt) {}

    /** What a token says: a user, or the reason why it is not valid. */
    public sealed interface Reading {

        /** The token of a user. */
        record Valid(long user) implements Reading {}

        /** Not a valid token. */
        record Invalid(String reason) implements Reading {}
    }

    private final TokenSettings settings;
    private final Clock clock;

    public UserTokens(TokenSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** Signs a token for a user; empty without a secret. */
    public Optional<Issued> issue(long user) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Instant end = now.plus(settings.lifetime());
        return settings.secrets().stream()
                .findFirst()
                .map(secret -> new Issued(UserJwt.signed(user, now, end, secret), end));
    }

    /** Reads a token; empty when the text does not have the form of one, or there is no secret. */
    public Optional<Reading> read(String text) {
        boolean hasForm = text.chars().filter(letter -> letter == '.').count() == 2;
        return hasForm && !settings.secrets().isEmpty()
                ? Optional.of(UserJwt.read(text, settings.secrets(), clock.instant()))
                : Optional.empty();
    }
}
