package fr.ecolhuma.etreprof.api.request;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Refuses compressed bodies, which would be read as text: their size is bounded by what is sent, not by what they hold. */
@Component
final class PlainBodies implements HandlerInterceptor, WebMvcConfigurer {

    private static final String PLAIN = "identity";
    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        String encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
        if (encoding == null
                || encoding.isBlank()
                || encoding.strip().equalsIgnoreCase(PLAIN)
                || READS.contains(request.getMethod())) {
            return true;
        }
        response.setHeader(HttpHeaders.ACCEPT_ENCODING, PLAIN);
        throw ApiException.of(
                        ProblemKind.UNSUPPORTED_MEDIA_TYPE,
                        "found Content-Encoding '%s', expected none; send the body uncompressed"
                                .formatted(Shown.of(encoding)))
                .value("encoding", Shown.of(encoding));
    }
}
