package fr.ecolhuma.etreprof.api.edge.access;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ecolhuma.etreprof.api.Calls;
import fr.ecolhuma.etreprof.api.GuardedService;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** What is not known to be reading is an admin's: a new call that changes state cannot be left open by oversight. */
class ChangingCallsTests extends GuardedService {

    /** Posted since it is long; changes nothing. */
    private static final Set<String> ASKING =
            Set.of("POST /classify", "POST /classify/batch", "POST /clusters/assign", "POST /recommend");

    /** Posted by a reader alone: it opens no more than the reader may read. */
    private static final Set<String> READERS = Set.of("POST /user/{user_id}/token");

    private static final Set<String> CHANGING = Set.of(
            "POST /clusters/recompute",
            // it changes nothing, and works as long as half a recompute
            "POST /exports/check",
            "DELETE /clusters/recompute/jobs/{id}",
            "POST /models/{version}/promote",
            "POST /actuator/loggers/{name}",
            "POST /models/rollback",
            "DELETE /user/{user_id}");

    private final ApplicationContext context;

    ChangingCallsTests(@Autowired ApplicationContext context) {
        this.context = context;
    }

    /** Every mapping of the application that is not for reading, as method and pattern. */
    private Set<String> changing() {
        return context.getBeansOfType(RequestMappingInfoHandlerMapping.class).values().stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .flatMap(ChangingCallsTests::changing)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> changing(RequestMappingInfo info) {
        Set<RequestMethod> named = info.getMethodsCondition().getMethods();
        Collection<RequestMethod> methods = named.isEmpty() ? List.of(RequestMethod.POST) : named;
        return methods.stream()
                .filter(method -> !List.of(RequestMethod.GET, RequestMethod.HEAD, RequestMethod.OPTIONS)
                        .contains(method))
                .flatMap(method -> info.getPatternValues().stream().map(pattern -> method + " " + pattern));
    }

    @Test
    void everyCallIsNamedAsAskingOrChanging() {
        Set<String> known = new TreeSet<>(ASKING);
        known.addAll(READERS);
        known.addAll(CHANGING);
        // what an error is told through; nobody calls it
        known.add("POST /error");
        assertThat(changing()).isEqualTo(known);
    }

    @Test
    void whatChangesIsTheAdmins() {
        for (String call : changing()) {
            String method = call.substring(0, call.indexOf(' '));
            String path = call.substring(call.indexOf(' ') + 1).replaceAll("\\{\\w+}", "0");
            if (!ASKING.contains(call)) {
                assertThat(as("anonymous", method, path).status()).as(call).isEqualTo(401);
                assertThat(as("local", method, path).status()).as(call).isEqualTo(401);
                assertThat(as("wrong", method, path).status()).as(call).isEqualTo(401);
                // the service has no secret for tokens
                assertThat(as("reader", method, path).status()).as(call).isEqualTo(READERS.contains(call) ? 409 : 403);
            } else {
                assertThat(as("local", method, path).status()).as(call).isNotIn(401, 403);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /nothing, 404",
        "POST, /models, 405",
        "PUT, /clusters/assign, 405",
        "PATCH, /user/26, 405",
        "DELETE, /recommend/2, 405",
        "POST, /user/26/profile, 405",
        "PURGE, /clusters, 405",
        "POST, /, 405"
    })
    void whatIsNotKnownIsTheAdminsToo(String method, String path, int admin) {
        Calls.problem(as("anonymous", method, path), 401);
        Calls.problem(as("reader", method, path), 403);
        Calls.problem(as("admin", method, path), admin);
    }
}
