package fr.ecolhuma.etreprof.api.edge.access;

import fr.ecolhuma.etreprof.api.request.Allowance;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;

/** Checks a call against the rules and the caller's rate. */
@Component
final class Door implements Admission {

    private final Callers callers;
    private final AccessRules rules;
    private final RateLimits rates;

    Door(Callers callers, AccessRules rules, RateLimits rates) {
        this.callers = callers;
        this.rules = rules;
        this.rates = rates;
    }

    @Override
    public void admit(HttpServletRequest request, HttpServletResponse response) {
        Caller caller = callers.of(request);
        rules.require(request, caller);
        take(request, caller);
        RateHeaders.set(response, Allowance.of(request));
    }

    /**
     * The caller. A call counts before the rules refuse it, so that the rate also bounds attempts to guess a key.
     *
     * @throws fr.ecolhuma.etreprof.api.request.ApiException 429
     */
    Caller enter(HttpServletRequest request) {
        Caller caller = callers.of(request);
        take(request, caller);
        return caller;
    }

    private void take(HttpServletRequest request, Caller caller) {
        request.setAttribute(Callers.NAME, caller.name());
        if (!rules.isTrustedHere(request)) {
            rates.take(request, caller.allowance());
        }
    }
}
