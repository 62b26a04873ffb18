package fr.ecolhuma.etreprof.api.edge.access;

import fr.ecolhuma.etreprof.api.request.ApiException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.slf4j.MDC;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Tells who calls by the key, holds the call to the rules and the caller's rate, and answers refusals as problems. */
final class AccessFilter extends OncePerRequestFilter {

    private final Door door;
    private final HandlerExceptionResolver problems;

    AccessFilter(Door door, HandlerExceptionResolver problems) {
        this.door = door;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            door.pass(request).ifPresent(AccessFilter::remember);
        } catch (ApiException e) {
            problems.resolveException(request, response, null, e);
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            MDC.remove(Keys.CALLER);
        }
    }

    private static void remember(Keys.Bearer bearer) {
        MDC.put(Keys.CALLER, bearer.name());
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                        bearer.name(), null, List.of(new SimpleGrantedAuthority("ROLE_" + bearer.role()))));
    }
}
