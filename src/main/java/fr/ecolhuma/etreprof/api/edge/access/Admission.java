package fr.ecolhuma.etreprof.api.edge.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Admits or refuses the requests that are answered before Spring sees them. */
public interface Admission {

    /**
     * Lets the request pass, and counts it against the caller's rate, or refuses it.
     *
     * @param response tells the caller what is left
     * @throws fr.ecolhuma.etreprof.api.request.ApiException 401, 403 or 429
     */
    void admit(HttpServletRequest request, HttpServletResponse response);
}
