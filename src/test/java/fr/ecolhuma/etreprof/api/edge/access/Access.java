package fr.ecolhuma.etreprof.api.edge.access;

import fr.ecolhuma.etreprof.api.edge.keys.Keys;
import fr.ecolhuma.etreprof.api.edge.keys.TokenSettings;
import fr.ecolhuma.etreprof.api.edge.keys.UserTokens;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.mock.web.MockHttpServletRequest;

/** The parts of this room put together without Spring, and requests as Tomcat hands them over. */
record Access(Callers callers, AccessRules rules, AdminRule admin) {

    static final AccessSettings.Rates NO_LIMITS = new AccessSettings.Rates(0, 0, 0);

    static Access of(AccessSettings.Read read, String adminToken, String... lines) {
        Keys keys = new Keys(adminToken, List.of(lines), null, Clock.systemUTC());
        UserTokens tokens = new UserTokens(new TokenSettings(List.of(), Duration.ofMinutes(15)), Clock.systemUTC());
        Callers callers = new Callers(keys, tokens);
        AccessRules rules = new AccessRules(settings(read), keys);
        return new Access(callers, rules, new AdminRule(callers, rules));
    }

    static AccessSettings settings(AccessSettings.Read read) {
        return new AccessSettings(read, List.of(), "", List.of(), List.of(), NO_LIMITS);
    }

    static MockHttpServletRequest request(String method, String path, String from) {
        MockHttpServletRequest request = new MockHttpServletRequest(method, path);
        request.setRemoteAddr(from);
        request.addHeader("Host", "localhost:8000");
        return request;
    }

    void require(MockHttpServletRequest request) {
        rules.require(request, callers.of(request));
    }
}
