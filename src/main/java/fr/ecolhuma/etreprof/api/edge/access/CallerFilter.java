package fr.ecolhuma.etreprof.api.edge.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.slf4j.MDC;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.web.filter.OncePerRequestFilter;

/** Finds the caller by the key, and takes the call from the caller's allowance. */
final class CallerFilter extends OncePerRequestFilter {

    private final Door door;

    CallerFilter(Door door) {
        this.door = door;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        door.enter(request).ifPresent(CallerFilter::remember);
        try {
            chain.doFilter(request, response);
        } finally {
            MDC.remove(Keys.CALLER);
        }
    }

    private static void remember(Keys.Bearer bearer) {
        MDC.put(Keys.CALLER, bearer.name());
        SecurityContextHolder.getContext()
                .setAuthentication(new PreAuthenticatedAuthenticationToken(
                        bearer, null, List.of(new SimpleGrantedAuthority("ROLE_" + bearer.role()))));
    }
}
