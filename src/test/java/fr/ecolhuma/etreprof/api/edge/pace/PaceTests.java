package fr.ecolhuma.etreprof.api.edge.pace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTests {

    private static final long SECOND = 1_000_000_000;

    /** Two seconds, and one more every ten bytes. */
    private final Pace pace = new Pace(new PaceSettings(Duration.ofSeconds(2), 10));

    private long now = -5 * SECOND;

    private boolean tooSlowAfter(int seconds, int bytes) {
        pace.wanted(0, now);
        now += seconds * SECOND;
        pace.wanted(bytes, now);
        return pace.isTooSlow();
    }

    @Test
    void theTimeBeforeTheFirstByteIsRest() {
        assertThat(tooSlowAfter(100, 1)).isFalse();
    }

    @Test
    void whatIsWaitedForAddsUp() {
        tooSlowAfter(0, 1);
        assertThat(tooSlowAfter(1, 1)).isFalse();
        assertThat(tooSlowAfter(1, 1)).isFalse();
        assertThat(tooSlowAfter(1, 1)).isTrue();
    }

    @Test
    void whatComesEarnsTime() {
        tooSlowAfter(0, 10);
        assertThat(tooSlowAfter(3, 1)).isFalse();
        assertThat(tooSlowAfter(3, 20)).isTrue();
        tooSlowAfter(0, 10);
        assertThat(pace.isTooSlow()).isFalse();
    }

    @Test
    void timeThatIsNotWaitedDoesNotCount() {
        tooSlowAfter(0, 1);
        now += 100 * SECOND;
        pace.wanted(1, now);
        assertThat(pace.isTooSlow()).isFalse();
    }

    @Test
    void severalLooksAreOneWait() {
        tooSlowAfter(0, 1);
        pace.wanted(0, now);
        now += 2 * SECOND;
        assertThat(tooSlowAfter(1, 1)).isTrue();
    }

    @Test
    void theNextRequestHasItsOwnTime() {
        tooSlowAfter(0, 1);
        assertThat(tooSlowAfter(9, 1)).isTrue();
        pace.rest();
        assertThat(tooSlowAfter(9, 1)).isFalse();
        assertThat(tooSlowAfter(1, 1)).isFalse();
    }

    @Test
    void noTimeAtAllIsNoSetting() {
        assertThatThrownBy(() -> new PaceSettings(Duration.ZERO, 1)).hasMessageContaining("ETREPROF_PACE_GRACE");
        assertThatThrownBy(() -> new PaceSettings(Duration.ofSeconds(1), 0))
                .hasMessage("ETREPROF_PACE_RATE: found 0, expected 1 or more");
    }
}
