package fr.ecolhuma.etreprof.api.edge.pace;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** Makes the container use {@link PacedProtocol}. */
@Component
@EnableConfigurationProperties(PaceSettings.class)
final class Pacing implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private final PaceSettings settings;

    Pacing(PaceSettings settings) {
        this.settings = settings;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.setProtocol(PacedProtocol.class.getName());
        factory.addConnectorCustomizers(connector -> {
            if (connector.getProtocolHandler() instanceof PacedProtocol protocol) {
                protocol.setPace(settings);
            }
        });
    }
}
