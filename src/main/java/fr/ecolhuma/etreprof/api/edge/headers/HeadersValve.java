package fr.ecolhuma.etreprof.api.edge.headers;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.springframework.http.HttpHeaders;

/** Gives every answer the fixed headers, and prevents answers that are a part of one. */
final class HeadersValve extends ValveBase {

    private final FixedHeaders headers;

    HeadersValve(FixedHeaders headers) {
        super(true);
        this.headers = headers;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        headers.write(request.isSecure(), response);
        request.getCoyoteRequest().getMimeHeaders().removeHeader(HttpHeaders.RANGE);
        getNext().invoke(request, response);
    }
}
