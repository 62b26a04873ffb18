package fr.ecolhuma.etreprof.api.edge.form;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** A read without the headers that {@link FormFilter} obeys by itself: the condition, and {@code Accept} beside {@code ?format=}. */
final class FormRequest extends HttpServletRequestWrapper {

    private static final Pattern FORMAT = Pattern.compile("(.*&)?format=[^&]*(&.*)?");
    private static final String CONDITION = HttpHeaders.IF_NONE_MATCH.toLowerCase(Locale.ROOT);
    private static final String ACCEPT = HttpHeaders.ACCEPT.toLowerCase(Locale.ROOT);

    private final Set<String> hidden;

    private FormRequest(HttpServletRequest request, Set<String> hidden) {
        super(request);
        this.hidden = Set.copyOf(hidden);
    }

    static HttpServletRequest of(HttpServletRequest request) {
        if (!request.getMethod().equals("GET") && !request.getMethod().equals("HEAD")) {
            return request;
        }
        Set<String> hidden = new HashSet<>();
        if (request.getHeader(HttpHeaders.IF_NONE_MATCH) != null) {
            hidden.add(CONDITION);
        }
        String query = request.getQueryString();
        if (query != null && FORMAT.matcher(query).matches()) {
            hidden.add(ACCEPT);
        }
        return hidden.isEmpty() ? request : new FormRequest(request, hidden);
    }

    private boolean hides(String name) {
        return hidden.contains(name.toLowerCase(Locale.ROOT));
    }

    @Override
    public @Nullable String getHeader(String name) {
        return hides(name) ? null : super.getHeader(name);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        return hides(name) ? Collections.emptyEnumeration() : super.getHeaders(name);
    }
}
