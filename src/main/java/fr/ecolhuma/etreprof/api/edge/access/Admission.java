package fr.ecolhuma.etreprof.api.edge.access;

import jakarta.servlet.http.HttpServletRequest;

/** Who may pass, for what is answered before Spring is asked. */
public interface Admission {

    /**
     * Lets the request pass, on account of the caller's rate, or refuses it.
     *
     * @throws fr.ecolhuma.etreprof.api.request.ApiException 401, 403 or 429
     */
    void admit(HttpServletRequest request);
}
