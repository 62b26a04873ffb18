package fr.ecolhuma.etreprof.api.edge.access;

import fr.ecolhuma.etreprof.api.edge.keys.Keys;
import fr.ecolhuma.etreprof.api.edge.keys.NamedKey;
import fr.ecolhuma.etreprof.api.edge.keys.UserTokens;
import fr.ecolhuma.etreprof.api.edge.keys.UserTokens.Reading;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Finds the sender of a request by its bearer token. */
@Component
public final class Callers {

    /** The attribute under which a request, and the lines logged meanwhile, name the caller. */
    public static final String NAME = "caller";

    private static final String BEARER = "bearer ";

    private final Keys keys;
    private final UserTokens tokens;

    Callers(Keys keys, UserTokens tokens) {
        this.keys = keys;
        this.tokens = tokens;
    }

    Caller of(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null) {
            return new Caller.Unknown(null);
        }
        if (!header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return new Caller.Unknown("found an Authorization header that is not 'Bearer' and a key");
        }
        String token = header.substring(BEARER.length()).strip();
        Optional<NamedKey> key = keys.find(token);
        return key.isPresent() ? new Caller.WithKey(key.get()) : ofToken(token);
    }

    private Caller ofToken(String token) {
        return tokens.read(token)
                .<Caller>map(reading -> switch (reading) {
                    case Reading.Valid(long user) -> new Caller.OfUser(user);
                    case Reading.Invalid(String reason) -> new Caller.Unknown(reason);
                })
                .orElseGet(() -> new Caller.Unknown("found an unknown key; check it"));
    }
}
