package fr.ecolhuma.etreprof.recompute.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ecolhuma.etreprof.recompute.stages.Progress.Stage;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StageSharesTests {

    /** 200 seconds in all. */
    private static final StageShares KNOWN = new StageShares(Map.of(
            Stage.FEATURES, Duration.ofSeconds(20),
            Stage.THEMES, Duration.ofSeconds(100),
            Stage.SEGMENTATION, Duration.ofSeconds(40),
            Stage.RECOMMENDATION, Duration.ofSeconds(30),
            Stage.PUBLICATION, Duration.ofSeconds(10)));

    @ParameterizedTest
    @CsvSource({
        "FEATURES, 0, 0",
        "FEATURES, 10, 5",
        "THEMES, 0, 10",
        "THEMES, 50, 35",
        "THEMES, 500, 60",
        "SEGMENTATION, 0, 60",
        "RECOMMENDATION, 15, 87",
        "PUBLICATION, 0, 95",
        "PUBLICATION, 60, 99",
        "DONE, 0, 99"
    })
    void aStageHasTheShareOfItsTime(Stage stage, int seconds, int percent) {
        assertThat(KNOWN.percent(stage, Duration.ofSeconds(seconds))).isEqualTo(percent);
    }

    @Test
    void withoutAnEarlierRunEachStageBeginsAtItsUsualShare() {
        StageShares unknown = new StageShares(Map.of());
        assertThat(unknown.percent(Stage.SEGMENTATION, Duration.ofSeconds(90))).isEqualTo(45);
        assertThat(unknown.percent(Stage.DONE, Duration.ZERO)).isEqualTo(99);
    }
}
