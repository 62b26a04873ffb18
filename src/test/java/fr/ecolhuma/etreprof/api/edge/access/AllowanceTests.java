package fr.ecolhuma.etreprof.api.edge.access;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ecolhuma.etreprof.api.Calls;
import fr.ecolhuma.etreprof.api.Calls.Answer;
import fr.ecolhuma.etreprof.api.GuardedService;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** Three texts a minute by key name, by address without a key; being on this machine gives no more. */
@TestPropertySource(properties = "etreprof.access.rate-per-minute.classify=3")
class AllowanceTests extends GuardedService {

    private static final String TEXT = "/classify?content=Apprendre%20les%20fractions%20au%20CM1";

    @Test
    void anotherSpellingSavesNoAllowance() {
        String path = TEXT.replace("/c", "/%63");
        for (int i = 0; i < 3; i++) {
            assertThat(as("admin", "POST", path).status()).isEqualTo(200);
        }
        Calls.problem(as("admin", "POST", path), 429);
    }

    @Test
    void keysCannotBeTriedWithoutEndOnThisMachineEither() {
        for (int i = 0; i < 3; i++) {
            Calls.problem(as("wrong", "POST", "/classify/nothing"), 401);
        }
        Calls.problem(as("wrong", "POST", "/classify/nothing"), 429);
        Calls.problem(as("local", "POST", TEXT), 429);
    }

    @Test
    void whoAsksTooMuchIsToldWhenToComeBack() {
        for (int left = 2; left >= 0; left--) {
            Answer answer = as("reader", "POST", TEXT);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("ratelimit-limit")).isEqualTo("3");
            assertThat(answer.header("ratelimit-remaining")).isEqualTo(String.valueOf(left));
            // one of the three comes back every 20 seconds
            assertThat(answer.header("ratelimit-reset")).isEqualTo(String.valueOf(20 * (3 - left)));
        }
        Answer refused = as("reader", "POST", TEXT);
        Calls.problem(refused, 429);
        assertThat(refused.header("ratelimit-remaining")).isEqualTo("0");
        assertThat(Integer.parseInt(refused.header("retry-after"))).isBetween(1, 60);
    }
}
