package fr.ecolhuma.etreprof.api.edge.headers;

import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Puts {@link HeadersValve} behind the watch of requests and before everything that answers. */
@Component
@Order(1)
final class HeadersFront implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private final FixedHeaders headers;

    HeadersFront(FixedHeaders headers) {
        this.headers = headers;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addEngineValves(new HeadersValve(headers));
    }
}
