package fr.ecolhuma.etreprof.api.edge.fast;

import fr.ecolhuma.etreprof.api.edge.form.Coding;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.springframework.http.HttpHeaders;

/** Plain reads: no query, no page of another origin, no condition except If-None-Match. */
final class Plain {

    private static final String[] NOT_PLAIN = {
        HttpHeaders.ORIGIN, HttpHeaders.ACCEPT, HttpHeaders.IF_MATCH, HttpHeaders.IF_UNMODIFIED_SINCE
    };

    private Plain() {}

    static boolean is(Request request, Response response) {
        // a request that the container could not read has an error by now, and perhaps no address
        boolean read = response.getStatus() == HttpServletResponse.SC_OK && request.getRequestURI() != null;
        if (!read || !"GET".equals(request.getMethod()) || request.getQueryString() != null) {
            return false;
        }
        for (String header : NOT_PLAIN) {
            String value = request.getHeader(header);
            if (value != null && !value.equals("*/*")) {
                return false;
            }
        }
        String tags = request.getHeader(HttpHeaders.IF_NONE_MATCH);
        boolean several = tags != null && (tags.indexOf(',') >= 0 || tags.equals("*"));
        return !several && request.getContentLengthLong() <= 0 && request.getHeader("Transfer-Encoding") == null;
    }

    /** Whether the caller takes a plain answer, or a packed one where that is worth it. */
    static boolean takes(Coding coding) {
        return coding == Coding.PLAIN || coding == Coding.GZIP;
    }
}
