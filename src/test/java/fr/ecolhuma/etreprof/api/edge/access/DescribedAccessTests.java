package fr.ecolhuma.etreprof.api.edge.access;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ecolhuma.etreprof.api.ApiDocument;
import fr.ecolhuma.etreprof.api.edge.keys.NamedKey;
import fr.ecolhuma.etreprof.api.edge.keys.Role;
import fr.ecolhuma.etreprof.api.request.ApiException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.mock.web.MockHttpServletRequest;
import tools.jackson.databind.JsonNode;

/** The description says of each operation which keys it takes and how it may be refused, as the rules have it. */
class DescribedAccessTests {

    private static final Caller NOBODY = new Caller.Unknown(null);
    private static final Caller OWN = new Caller.OfUser(26);

    private static final List<Caller> CALLERS = List.of(
            NOBODY, key(Role.READER), key(Role.WRITER), key(Role.EDITOR), key(Role.ADMIN), OWN, new Caller.OfUser(27));

    static List<ApiDocument.Operation> operations() {
        return ApiDocument.written("20250710-0123456789ab").operations();
    }

    private static Caller key(Role role) {
        return new Caller.WithKey(new NamedKey("name", role));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void theKeysAreThoseOfTheRules(ApiDocument.Operation operation) {
        List<String> expected = new ArrayList<>();
        Access usual = Access.of(AccessSettings.Read.AUTO, "root");
        Access closed = Access.of(AccessSettings.Read.KEY, "root");
        if (!passes(closed, operation, NOBODY)) {
            if (passes(usual, operation, NOBODY)) {
                expected.add("{}");
            }
            expected.add(passes(closed, operation, key(Role.READER)) ? "{\"reader_key\":[]}" : "{\"admin_key\":[]}");
            assertThat(passes(closed, operation, key(Role.ADMIN))).isTrue();
            if (passes(closed, operation, OWN)) {
                expected.add("{\"user_token\":[]}");
            }
        }
        assertThat(operation.node().get("security").valueStream().map(JsonNode::toString))
                .containsExactlyElementsOf(expected);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void theRefusalsAreThoseOfTheRules(ApiDocument.Operation operation) {
        Set<ApiException.Kind> refusals = EnumSet.noneOf(ApiException.Kind.class);
        for (AccessSettings.Read read : AccessSettings.Read.values()) {
            for (String admin : List.of("", "root")) {
                for (Caller caller : CALLERS) {
                    for (String from : List.of("127.0.0.1", "192.0.2.7")) {
                        refusal(Access.of(read, admin), operation, caller, from).forEach(refusals::add);
                    }
                }
            }
        }
        JsonNode responses = operation.node().get("responses");
        assertThat(responses.has("401")).as("401").isEqualTo(refusals.contains(ApiException.Kind.UNAUTHORIZED));
        assertThat(responses.has("403")).as("403").isEqualTo(refusals.contains(ApiException.Kind.FORBIDDEN));
    }

    @Test
    void everyNamedKeyIsDescribed() {
        assertThat(ApiDocument.written("20250710-0123456789ab")
                        .json()
                        .at("/components/securitySchemes")
                        .propertyNames())
                .containsExactlyInAnyOrder("reader_key", "admin_key", "user_token");
    }

    private static boolean passes(Access access, ApiDocument.Operation operation, Caller caller) {
        return refusal(access, operation, caller, "192.0.2.7").findAny().isEmpty();
    }

    private static Stream<ApiException.Kind> refusal(
            Access access, ApiDocument.Operation operation, Caller caller, String from) {
        String path = operation.path().replace("{user_id}", "26").replaceAll("[{}]", "");
        MockHttpServletRequest request = Access.request(operation.method(), path, from);
        try {
            access.rules().require(request, caller);
            return Stream.empty();
        } catch (ApiException e) {
            return Stream.of(e.kind());
        }
    }
}
