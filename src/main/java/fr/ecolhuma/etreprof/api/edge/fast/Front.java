package fr.ecolhuma.etreprof.api.edge.fast;

import fr.ecolhuma.etreprof.api.edge.access.AccessSettings;
import fr.ecolhuma.etreprof.api.edge.access.Admission;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Puts {@link CommonBodiesValve} behind the fixed headers, unless reading needs a key, and {@link PersonalBodiesValve}, which
 * asks for it.
 */
@Component
@Order(2)
final class Front implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private final CommonBodies bodies;
    private final AccessSettings access;
    private final PersonalBodies personal;
    private final Admission admission;

    Front(CommonBodies bodies, AccessSettings access, PersonalBodies personal, Admission admission) {
        this.bodies = bodies;
        this.personal = personal;
        this.admission = admission;
        this.access = access;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        if (access.read() != AccessSettings.Read.KEY) {
            factory.addEngineValves(new CommonBodiesValve(bodies));
        }
        factory.addEngineValves(new PersonalBodiesValve(personal, admission));
    }
}
