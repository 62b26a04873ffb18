package fr.ecolhuma.etreprof.recompute.live;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RetentionSettingsTests {

    @Test
    void theLiveVersionAndTheOneBeforeItAreAlwaysKept() {
        assertThatThrownBy(() -> new RetentionSettings(1, Duration.ofDays(14)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("ETREPROF_KEEP_VERSIONS: found 1, expected 2 or more");
    }
}
