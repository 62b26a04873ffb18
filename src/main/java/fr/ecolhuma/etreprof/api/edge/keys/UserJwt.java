package fr.ecolhuma.etreprof.api.edge.keys;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.jwt.SignedJWT;
import fr.ecolhuma.etreprof.api.edge.keys.UserTokens.Reading;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.List;

/** User tokens as JSON Web Tokens. Only the first use of a token loads this class, and the library with it. */
final class UserJwt {

    /** A secret that also signs something else must not let those tokens in. */
    private static final String AUDIENCE = "etreprof-ml-api";

    private static final JWSAlgorithm ALGORITHM = JWSAlgorithm.HS256;
    private static final int LONGEST = 2_048;

    private UserJwt() {}

    static String signed(long user, Instant now, Instant end, String secret) {
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

    static Reading read(String text, List<String> secrets, Instant now) {
        try {
            if (text.length() > LONGEST) {
                return new Reading.Invalid("found a user token of %d characters, expected at most %d; get a new one"
                        .formatted(text.length(), LONGEST));
            }
            if (!(JWTParser.parse(text) instanceof SignedJWT token)
                    || !ALGORITHM.equals(token.getHeader().getAlgorithm())) {
                return new Reading.Invalid("found a user token that is not signed by HS256; get a new one");
            }
            return isSigned(token, secrets)
                    ? read(token.getJWTClaimsSet(), now)
                    : new Reading.Invalid("found a user token that is signed with another secret; get a new one");
        } catch (ParseException | JOSEException | RuntimeException _) {
            // the library does not expect a null in place of an object
            return new Reading.Invalid("found a user token that cannot be read; get a new one");
        }
    }

    private static boolean isSigned(SignedJWT token, List<String> secrets) throws JOSEException {
        for (String secret : secrets) {
            if (token.verify(new MACVerifier(secret))) {
                return true;
            }
        }
        return false;
    }

    private static Reading read(JWTClaimsSet claims, Instant now) {
        Date end = claims.getExpirationTime();
        if (end == null || claims.getSubject() == null || !claims.getAudience().contains(AUDIENCE)) {
            return new Reading.Invalid("found a token of another service; get a user token by POST /user/{id}/token");
        }
        if (!now.isBefore(end.toInstant())) {
            return new Reading.Invalid(
                    "found a user token that expired at %s; get a new one".formatted(end.toInstant()));
        }
        return new Reading.Valid(Long.parseLong(claims.getSubject()));
    }
}
