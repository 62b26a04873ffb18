package fr.ecolhuma.etreprof.api.edge.watch;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Puts {@link RequestWatch} before everything that answers. */
@Component
@Order(-1)
@EnableConfigurationProperties(WatchSettings.class)
final class Watching implements WebServerFactoryCustomizer<TomcatServletWebServerFactory>, DisposableBean {

    private final List<Consumer<RequestEnd>> watchers = new ArrayList<>();
    private final Optional<Spans> spans;

    Watching(MeterRegistry registry, WatchSettings settings) {
        watchers.add(new RequestMeters(registry));
        if (settings.requestLog()) {
            watchers.add(new RequestLines());
        }
        spans = Spans.whereConfigured();
        spans.ifPresent(watchers::add);
    }

    /** Runs after the last request has been answered. */
    @Override
    public void destroy() {
        spans.ifPresent(Spans::close);
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addEngineValves(new RequestWatch(watchers));
    }
}
