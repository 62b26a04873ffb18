package fr.ecolhuma.etreprof.api.edge.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Checks a call against the rules and the caller's rate. */
@Component
final class Door implements Admission {

    private final Keys keys;
    private final AccessRules rules;
    private final RateLimits rates;

    Door(Keys keys, AccessRules rules, RateLimits rates) {
        this.keys = keys;
        this.rules = rules;
        this.rates = rates;
    }

    @Override
    public void admit(HttpServletRequest request) {
        Optional<Keys.Bearer> bearer = keys.bearer(request);
        rules.require(request, bearer);
        take(request, bearer);
    }

    /**
     * The caller; empty without a key. A call counts before the rules refuse it, so that the rate also bounds attempts
     * to guess a key.
     *
     * @throws fr.ecolhuma.etreprof.api.request.ApiException 429
     */
    Optional<Keys.Bearer> enter(HttpServletRequest request) {
        Optional<Keys.Bearer> bearer = keys.bearer(request);
        take(request, bearer);
        return bearer;
    }

    private void take(HttpServletRequest request, Optional<Keys.Bearer> bearer) {
        bearer.ifPresent(known -> request.setAttribute(Keys.CALLER, known.name()));
        rates.take(request, bearer.map(Keys.Bearer::name));
    }
}
