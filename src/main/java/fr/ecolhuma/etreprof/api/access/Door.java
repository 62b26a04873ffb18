package fr.ecolhuma.etreprof.api.access;

import fr.ecolhuma.etreprof.api.served.Admission;
import fr.ecolhuma.etreprof.api.served.Keys;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Holds a call to the rules and the caller's rate. */
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
        pass(request);
    }

    /**
     * Who passes; empty without a key.
     *
     * @throws fr.ecolhuma.etreprof.api.problem.ApiException 401, 403 or 429
     */
    Optional<Keys.Bearer> pass(HttpServletRequest request) {
        Optional<Keys.Bearer> bearer = keys.bearer(request);
        rules.require(request, bearer);
        rates.take(request, bearer.map(Keys.Bearer::name));
        return bearer;
    }
}
