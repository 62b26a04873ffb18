package fr.ecolhuma.etreprof.api.request;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Refuses parameters that the called method does not take: a misspelt {@code dry_run} would publish, a misspelt filter would
 * be skipped.
 *
 * <p>Reads may carry names that begin with {@code _} or {@code utm_}: caches and newsletters add these.
 */
@Component
final class KnownParameters implements HandlerInterceptor, WebMvcConfigurer {

    private static final Set<String> READS = Set.of("GET", "HEAD");

    private final Map<HandlerMethod, TakenParameters> taken = new ConcurrentHashMap<>();

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        boolean called = request.getDispatcherType() == DispatcherType.REQUEST
                && !request.getMethod().equals("OPTIONS");
        if (called && handler instanceof HandlerMethod method) {
            check(request, taken.computeIfAbsent(method, TakenParameters::of));
        }
        return true;
    }

    private static void check(HttpServletRequest request, TakenParameters known) {
        boolean reads = READS.contains(request.getMethod());
        for (String name : given(request, known)) {
            if (!known.names().contains(name) && !(reads && isTracking(name))) {
                throw ApiException.of(
                                ProblemKind.UNKNOWN_PARAMETER,
                                "found the unknown parameter '%s', expected %s"
                                        .formatted(Shown.of(name), known.expected()))
                        .value(known.names().isEmpty() ? "alien" : "found", Shown.of(name))
                        .value("expected", String.join(", ", known.names()));
            }
        }
    }

    /** Where the container reads parameters for the method, it takes those of a form's body, too. */
    private static List<String> given(HttpServletRequest request, TakenParameters known) {
        if (known.byContainer()) {
            return Collections.list(request.getParameterNames());
        }
        String query = request.getQueryString();
        return query == null
                ? List.of()
                : Arrays.stream(query.split("&"))
                        .filter(pair -> !pair.isEmpty())
                        .map(pair -> pair.substring(0, (pair + "=").indexOf('=')))
                        .toList();
    }

    private static boolean isTracking(String name) {
        return name.startsWith("_") || name.startsWith("utm_");
    }
}
