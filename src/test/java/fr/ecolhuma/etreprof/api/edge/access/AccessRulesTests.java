package fr.ecolhuma.etreprof.api.edge.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ecolhuma.etreprof.api.request.ApiException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may read without a key, for each way to set it; calls come from a documentation address or from this machine. */
class AccessRulesTests {

    @ParameterizedTest
    @CsvSource({
        "OPEN, 192.0.2.7, /user/26/profile, true",
        "OPEN, 192.0.2.7, /clusters/1/users, true",
        "OPEN, 192.0.2.7, /clusters, true",
        "AUTO, 192.0.2.7, /user/26/profile, false",
        "AUTO, 192.0.2.7, /clusters/1/users, false",
        "AUTO, 192.0.2.7, /clusters, true",
        "AUTO, 127.0.0.1, /user/26/profile, true",
        "KEY, 192.0.2.7, /clusters, false",
        "KEY, 127.0.0.1, /clusters, false",
        "KEY, 192.0.2.7, /, true",
        "KEY, 192.0.2.7, /readyz, true",
    })
    void readingIsOpenAsFarAsItIsSet(AccessSettings.Read read, String from, String path, boolean open) {
        assertThat(passes(read, "GET", from, path)).isEqualTo(open);
    }

    @ParameterizedTest
    @CsvSource({"POST, /clusters/recompute", "DELETE, /user/26", "PUT, /clusters", "GET, /actuator/prometheus"})
    void whatIsTheAdminsIsNeverOpen(String method, String path) {
        assertThat(passes(AccessSettings.Read.OPEN, method, "192.0.2.7", path)).isFalse();
    }

    @Test
    void aRefusalSaysWhatIsMissingAndWhatToSet() {
        assertRefused(
                Access.of(AccessSettings.Read.AUTO, ""),
                "found a caller on another machine; no key is configured, so only direct calls on this machine may do this; set ETREPROF_ADMIN_TOKEN or ETREPROF_KEYS and send a key as a bearer token");
        assertRefused(
                Access.of(AccessSettings.Read.AUTO, "root"),
                "found no bearer token; send 'Authorization: Bearer' with a reader's, an editor's or an admin's key");
        assertRefused(
                Access.of(AccessSettings.Read.KEY, ""),
                "found no bearer token; send 'Authorization: Bearer' with a reader's, an editor's or an admin's key; no key is configured, set ETREPROF_KEYS");
    }

    private static void assertRefused(Access access, String detail) {
        assertThatThrownBy(() -> access.require(Access.request("GET", "/user/26/export", "192.0.2.7")))
                .isInstanceOf(ApiException.class)
                .hasMessage(detail);
    }

    private static boolean passes(AccessSettings.Read read, String method, String from, String path) {
        try {
            Access.of(read, "").require(Access.request(method, path, from));
            return true;
        } catch (ApiException e) {
            return false;
        }
    }
}
