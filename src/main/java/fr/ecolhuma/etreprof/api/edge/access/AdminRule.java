package fr.ecolhuma.etreprof.api.edge.access;

import fr.ecolhuma.etreprof.api.request.ApiException;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;

/** Lets the bearer of an admin's key change state; where no key is configured, a caller on this machine. */
@Component
public final class AdminRule {

    private final Callers callers;
    private final AccessRules rules;

    AdminRule(Callers callers, AccessRules rules) {
        this.callers = callers;
        this.rules = rules;
    }

    /**
     * Lets the request pass or refuses it. The filters have asked the table already: this holds even if it has a gap.
     *
     * @return the author of the change: the name of the key, or {@code local}
     * @throws ApiException 401 without an admin's key, 403 with another's; where no key is configured, 403 unless the
     *     caller is on this machine
     */
    public String require(HttpServletRequest request) {
        Caller caller = callers.of(request);
        rules.require(request, caller, Need.ADMINISTRATION);
        String name = caller.name();
        return name == null ? "local" : name;
    }
}
