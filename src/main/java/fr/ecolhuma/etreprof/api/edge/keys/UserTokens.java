package fr.ecolhuma.etreprof.api.edge.keys;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
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

    /** A secret that also signs something else must not let those tokens in. */
    private static final String AUDIENCE = "etreprof-ml-api";

    private static final JWSAlgorithm ALGORITHM = JWSAlgorithm.HS256;

    private final TokenSettings settings;
    private final Clock clock;

    public UserTokens(TokenSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** Whether there is a secret. */
    public boolean areOn() {
        return !settings.secrets().isEmpty();
    }

    /** Signs a token for a user; empty without a secret. */
    public Optional<Issued> issue(long user) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Instant end = now.plus(settings.lifetime());
        return settings.secrets().stream().findFirst().map(secret -> new Issued(signed(user, now, end, secret), end));
    }

    private static String signed(long user, Instant now, Instant end, String secret) {
        SignedJWT token = new SignedJWT(
                new JWSHeader(ALGORITHM),
                new JWTClaimsSet.Builder()
                        .subject(Long.toString(user))
                        .audience(AUDIENCE)
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(end))
                        .build());
        try {
            token.sign(new MACSigner(secret));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }

    /** Reads a token; empty when the text does not have the form of one, or there is no secret. */
    public Optional<Reading> read(String text) {
        boolean hasForm = text.chars().filter(letter -> letter == '.').count() == 2;
        return areOn() && hasForm ? Optional.of(reading(text)) : Optional.empty();
    }

    private Reading reading(String text) {
        try {
            JWT token = JWTParser.parse(text);
            if (!(token instanceof SignedJWT signed)
                    || !ALGORITHM.equals(signed.getHeader().getAlgorithm())) {
                return new Reading.Invalid("found a user token that is not signed by HS256; get a new one");
            }
            if (!isOurs(signed)) {
                return new Reading.Invalid("found a user token that is signed with another secret; get a new one");
            }
            return reading(signed.getJWTClaimsSet());
        } catch (ParseException | JOSEException | RuntimeException _) {
            // the library does not expect a null in place of an object
            return new Reading.Invalid("found a user token that cannot be read; get a new one");
        }
    }

    private boolean isOurs(SignedJWT token) throws JOSEException {
        for (String secret : settings.secrets()) {
            if (token.verify(new MACVerifier(secret))) {
                return true;
            }
        }
        return false;
    }

    private Reading reading(JWTClaimsSet claims) {
        Date end = claims.getExpirationTime();
        if (end == null || claims.getSubject() == null || !claims.getAudience().contains(AUDIENCE)) {
            return new Reading.Invalid("found a token of another service; get a user token by POST /user/{id}/token");
        }
        if (!clock.instant().isBefore(end.toInstant())) {
            return new Reading.Invalid(
                    "found a user token that expired at %s; get a new one".formatted(end.toInstant()));
        }
        return new Reading.Valid(Long.parseLong(claims.getSubject()));
    }
}
