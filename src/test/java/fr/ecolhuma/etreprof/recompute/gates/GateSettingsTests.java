package fr.ecolhuma.etreprof.recompute.gates;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

class GateSettingsTests {

    private final ApplicationContextRunner context =
            new ApplicationContextRunner().withUserConfiguration(Settings.class);

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(GateSettings.class)
    static class Settings {}

    @Test
    void everyLimitHasADefault() {
        context.run(started -> assertThat(started.getBean(GateSettings.class))
                .isEqualTo(new GateSettings(
                        0.5, 4, 0.5, 0.01, 0.2, 0.5, 0.3, 45, 2, 0.002, 0.05, 3, 0.1, 0.25, 0.9, 0.05)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            watch-drift=0.3      | ETREPROF_GATE_WATCH_DRIFT: found 0.3, expected at most ETREPROF_GATE_MOST_DRIFT, which is 0.25
            most-rows=0.4        | ETREPROF_GATE_LEAST_ROWS: found 0.5, expected at most ETREPROF_GATE_MOST_ROWS, which is 0.4
            watch-drift=NaN      | ETREPROF_GATE_WATCH_DRIFT: found NaN, expected 0 or more
            most-rejected=-0.1   | ETREPROF_GATE_MOST_REJECTED: found -0.1, expected 0 or more
            most-weak-matches=-1 | ETREPROF_GATE_MOST_WEAK_MATCHES: found -1, expected 0 or more
            most-as-of-years=-1  | ETREPROF_GATE_MOST_AS_OF_YEARS: found -1.0, expected 0 or more
            least-segment=NaN    | ETREPROF_GATE_LEAST_SEGMENT: found NaN, expected 0 or more
            least-silhouette=NaN | ETREPROF_GATE_LEAST_SILHOUETTE: found no number, expected -1 to 1
            """)
    void limitsThatCannotBeOrContradictEachOtherAreRefusedAtTheStart(String setting, String message) {
        context.withPropertyValues("etreprof.gates." + setting)
                .run(started -> assertThat(started).getFailure().rootCause().hasMessage(message));
    }
}
