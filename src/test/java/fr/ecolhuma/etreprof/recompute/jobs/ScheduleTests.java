package fr.ecolhuma.etreprof.recompute.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ecolhuma.etreprof.TestData;
import fr.ecolhuma.etreprof.ingestion.source.Exports;
import fr.ecolhuma.etreprof.recompute.ModelConfiguration;
import fr.ecolhuma.etreprof.recompute.TestModels;
import fr.ecolhuma.etreprof.recompute.stages.EtreprofSettings;
import fr.ecolhuma.etreprof.segmentation.model.FeatureSet;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Import;

@Timeout(60)
class ScheduleTests {

    @TempDir
    Path folder;

    @Import({ModelConfiguration.class, Schedule.class})
    static class Model {}

    static EtreprofSettings settings(Path folder, Exports exports) {
        return new EtreprofSettings(
                folder.resolve("data"),
                folder.resolve("models"),
                exports.users(),
                exports.contents(),
                exports.interactions(),
                "",
                "200MB",
                1,
                3,
                42,
                new EtreprofSettings.Segmenting(FeatureSet.BEHAVIOUR, 0.01),
                "",
                "",
                TestModels.NO_SOURCES,
                "");
    }

    private ApplicationContextRunner service(String... more) {
        Exports exports = TestData.exports(folder.resolve("exports"));
        return new ApplicationContextRunner()
                .withUserConfiguration(Model.class)
                .withPropertyValues(
                        "etreprof.code-version=test",
                        "etreprof.data-dir=" + folder.resolve("data"),
                        "etreprof.models-dir=" + folder.resolve("models"),
                        "etreprof.users=" + exports.users(),
                        "etreprof.contents=" + exports.contents(),
                        "etreprof.interactions=" + exports.interactions(),
                        "etreprof.topics=",
                        "etreprof.memory-limit=200MB",
                        "etreprof.threads=1",
                        "etreprof.restarts=3",
                        "etreprof.seed=42")
                .withPropertyValues(more);
    }

    @Test
    void itRecomputesAtTheTimesThatAreSetAndNoMoreOnceStopped() {
        service("etreprof.schedule.cron=* * * * * *", "etreprof.schedule.jitter=10ms")
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    Schedule schedule = context.getBean(Schedule.class);
                    Jobs jobs = context.getBean(Jobs.class);
                    assertThat(schedule.isRunning()).isTrue();
                    schedule.begin();
                    while (jobs.last()
                            .map(LastRun::state)
                            .filter(state -> state == JobState.Code.PUBLISHED)
                            .isEmpty()) {
                        Thread.sleep(20);
                    }
                    assertThat(jobs.last().orElseThrow().by()).isEqualTo("schedule");
                    schedule.stop();
                    assertThat(schedule.isRunning()).isFalse();
                    LastRun last = jobs.last().orElseThrow();
                    Thread.sleep(1_200);
                    assertThat(jobs.last()).as("after the stop").hasValue(last);
                });
    }

    @Test
    void withoutSettingsItRecomputesNothing() {
        service().run(context -> {
            assertThat(context.getBean(ScheduleSettings.class))
                    .isEqualTo(new ScheduleSettings("", Duration.ZERO, Duration.ofSeconds(5)));
            context.getBean(Schedule.class).begin();
            assertThat(context.getBean(Jobs.class).last()).isEmpty();
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            cron=every sunday | ETREPROF_RECOMPUTE_CRON: found 'every sunday', expected six fields such as '0 0 3 * * SUN'
            cron=0 3 * * 0    | ETREPROF_RECOMPUTE_CRON: found '0 3 * * 0', expected six fields such as '0 0 3 * * SUN'
            jitter=-1s        | ETREPROF_RECOMPUTE_JITTER: found PT-1S, expected 0s or more
            poll=-1s          | ETREPROF_POLL_INTERVAL: found PT-1S, expected 0s or more
            """)
    void whatCannotBeMeantIsRefusedAtTheStart(String setting, String message) {
        service("etreprof.schedule." + setting)
                .run(context -> assertThat(context).getFailure().rootCause().hasMessage(message));
    }
}
