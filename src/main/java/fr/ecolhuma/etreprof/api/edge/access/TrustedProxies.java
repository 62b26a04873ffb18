package fr.ecolhuma.etreprof.api.edge.access;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.catalina.valves.RemoteIpValve;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Believes the forwarded-for header of the configured proxies only. */
@Component
@Order(0)
final class TrustedProxies implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private final List<String> proxies;

    TrustedProxies(AccessSettings settings) {
        this.proxies = settings.trustedProxies();
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        if (!proxies.isEmpty()) {
            RemoteIpValve valve = new RemoteIpValve();
            valve.setInternalProxies(
                    proxies.stream().map(TrustedProxies::pattern).collect(Collectors.joining("|")));
            valve.setProtocolHeader("X-Forwarded-Proto");
            factory.addEngineValves(valve);
        }
    }

    private static String pattern(String address) {
        return Arrays.stream(address.strip().split("\\*", -1))
                .map(Pattern::quote)
                .collect(Collectors.joining("[^.:]*"));
    }
}
