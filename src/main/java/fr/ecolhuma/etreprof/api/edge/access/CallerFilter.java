package fr.ecolhuma.etreprof.api.edge.access;

import fr.ecolhuma.etreprof.api.request.Allowance;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.slf4j.MDC;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.web.filter.OncePerRequestFilter;

/** Finds the caller by the key or token, and takes the call from the caller's allowance. */
final class CallerFilter extends OncePerRequestFilter {

    private final Door door;

    CallerFilter(Door door) {
        this.door = door;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            remember(door.enter(request));
        } finally {
            RateHeaders.set(response, Allowance.of(request));
        }
        try {
            chain.doFilter(request, response);
        } finally {
            MDC.remove(Callers.NAME);
        }
    }

    private static void remember(Caller caller) {
        String name = caller.name();
        if (name != null) {
            MDC.put(Callers.NAME, name);
        }
        if (!(caller instanceof Caller.Unknown(String reason) && reason == null)) {
            // AccessRules asks about the caller itself
            SecurityContextHolder.getContext()
                    .setAuthentication(new PreAuthenticatedAuthenticationToken(caller, null, List.of()));
        }
    }
}
