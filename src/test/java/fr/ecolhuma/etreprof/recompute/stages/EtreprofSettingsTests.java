package fr.ecolhuma.etreprof.recompute.stages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ecolhuma.etreprof.ingestion.file.ExportException;
import fr.ecolhuma.etreprof.ingestion.source.Exports;
import fr.ecolhuma.etreprof.ingestion.source.SourceAccess;
import fr.ecolhuma.etreprof.recompute.TestModels;
import fr.ecolhuma.etreprof.segmentation.model.FeatureSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

class EtreprofSettingsTests {

    private static final EtreprofSettings.Segmenting BY_BEHAVIOUR =
            new EtreprofSettings.Segmenting(FeatureSet.BEHAVIOUR, 0.01);

    private final ApplicationContextRunner context =
            new ApplicationContextRunner().withUserConfiguration(Settings.class);

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(EtreprofSettings.class)
    static class Settings {}

    private static EtreprofSettings exports(String users, String contents, String interactions, String topics) {
        return new EtreprofSettings(
                Path.of("d"),
                Path.of("m"),
                users,
                contents,
                interactions,
                topics,
                "500MB",
                3,
                10,
                42,
                BY_BEHAVIOUR,
                "",
                "",
                TestModels.NO_SOURCES,
                "");
    }

    @Test
    void withoutConfigurationTheDemoIsRead() {
        assertThat(exports("", " ", "", "").exports())
                .isEqualTo(new Exports(
                        "d/demo/users.csv.gz",
                        "d/demo/contents.csv.gz",
                        "d/demo/interactions.csv.gz",
                        "d/demo/content_with_topics.csv.gz"));
    }

    @Test
    void theDemoIsKnownByItsPaths() {
        EtreprofSettings settings = exports("u", "c", "i", "");
        assertThat(settings.isDemo(exports("", "", "", "").exports())).isTrue();
        assertThat(settings.isDemo(settings.exports())).isFalse();
    }

    @Test
    void configuredExportsAreRead() {
        assertThat(exports("u", "http://host/c.csv", "i", "").exports())
                .isEqualTo(new Exports("u", "http://host/c.csv", "i", null));
        assertThat(exports("u", "c", "i", "t").exports()).isEqualTo(new Exports("u", "c", "i", "t"));
    }

    @Test
    void someOfTheExportsAreNotEnough() {
        refused(exports("u", "", "", ""), "CONTENTS_URL_DB, INTERACTIONS_URL_DB");
        refused(exports("u", "c", " ", "t"), "INTERACTIONS_URL_DB");
        refused(exports("", "", "", "t"), "CONTENTS_URL_DB, INTERACTIONS_URL_DB, USER_URL_DB");
    }

    private static void refused(EtreprofSettings settings, String missing) {
        assertThatThrownBy(settings::exports)
                .isInstanceOf(ExportException.class)
                .hasMessage("found only some of the exports configured, expected all or none; set %s too", missing);
    }

    @Test
    void zeroThreadsAreAsManyAsCores() {
        assertThat(exports("", "", "", "").pipeline())
                .isEqualTo(new PipelineSettings(DataSize.ofMegabytes(500), 3, 10, 42, FeatureSet.BEHAVIOUR));
        EtreprofSettings all = new EtreprofSettings(
                Path.of("d"),
                Path.of("m"),
                "",
                "",
                "",
                "",
                "1GB",
                0,
                5,
                7,
                BY_BEHAVIOUR,
                "",
                "",
                TestModels.NO_SOURCES,
                "");
        int cores = Runtime.getRuntime().availableProcessors();
        assertThat(all.pipeline())
                .isEqualTo(new PipelineSettings(DataSize.ofGigabytes(1), cores, 5, 7, FeatureSet.BEHAVIOUR));
    }

    @ParameterizedTest
    @CsvSource({"500MB, 524288000", "500 MB, 524288000", "2GB, 2147483648", "300000KB, 307200000"})
    void aMemoryLimitHasAUnit(String limit, long bytes) {
        context.withPropertyValues("etreprof.memory-limit=" + limit)
                .run(started -> assertThat(started.getBean(EtreprofSettings.class)
                                .pipeline()
                                .memoryLimit()
                                .toBytes())
                        .isEqualTo(bytes));
    }

    @Test
    void everySettingHasADefault() {
        context.run(started -> assertThat(started.getBean(EtreprofSettings.class))
                .isEqualTo(new EtreprofSettings(
                        Path.of("data"),
                        Path.of("models"),
                        "",
                        "",
                        "",
                        "",
                        "500MB",
                        0,
                        10,
                        42,
                        BY_BEHAVIOUR,
                        "",
                        "",
                        TestModels.NO_SOURCES,
                        "")));
    }

    @Test
    void thePasswordOfTheExportsIsOfTheFileBeforeTheVariable(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("password"), "of the file\n");
        assertThat(access("password=of the variable", "database-password=of libpq"))
                .satisfies(access -> {
                    assertThat(access.password()).isEqualTo("of the variable");
                    assertThat(access.databases().password()).isEqualTo("of the variable");
                });
        assertThat(access("password=of the variable", "password-file=" + file).password())
                .isEqualTo("of the file");
        assertThat(access("database-password=of libpq", "database-user=ann")).satisfies(access -> {
            assertThat(access.password()).as("libpq's is for databases alone").isNull();
            assertThat(access.databases().password()).isEqualTo("of libpq");
            assertThat(access.databases().user()).isEqualTo("ann");
        });
        assertThat(access("password=secret").toString()).doesNotContain("secret");
    }

    private SourceAccess access(String... sources) {
        SourceAccess[] access = new SourceAccess[1];
        context.withPropertyValues(
                        Stream.of(sources).map(one -> "etreprof.sources." + one).toArray(String[]::new))
                .run(started -> {
                    EtreprofSettings settings = started.getBean(EtreprofSettings.class);
                    assertThat(settings.toString()).doesNotContain("secret");
                    access[0] = settings.exports().access();
                });
        return access[0];
    }

    @Test
    void aFileOfThePasswordThatIsNotThereIsSaid(@TempDir Path folder) {
        context.withPropertyValues("etreprof.sources.password-file=" + folder.resolve("none"))
                .run(started -> assertThatThrownBy(
                                () -> started.getBean(EtreprofSettings.class).exports())
                        .isInstanceOf(ExportException.class)
                        .hasMessage("the password of the exports: found no file that can be read; set"
                                + " ETREPROF_EXPORTS_PASSWORD_FILE to one"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"threads=two", "segmentation.features=age"})
    void whatIsNoSettingIsRefusedAtTheStart(String setting) {
        context.withPropertyValues("etreprof." + setting)
                .run(started -> assertThat(started).hasFailed());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sources.lock-wait=0s | ETREPROF_EXPORTS_LOCK_WAIT: found PT0S, expected a time such as 1m
            threads=-1          | ETREPROF_THREADS: found -1, expected 0 for the number of cores, or more
            segmentation.keep=-0.01 | ETREPROF_SEGMENTATION_KEEP: found -0.01, expected 0 to 1
            segmentation.keep=1.5   | ETREPROF_SEGMENTATION_KEEP: found 1.5, expected 0 to 1
            segmentation.keep=NaN   | ETREPROF_SEGMENTATION_KEEP: found NaN, expected 0 to 1
            restarts=0          | etreprof.restarts: found 0, expected 1 or more
            memory-limit=plenty | ETREPROF_MEMORY_LIMIT: found 'plenty', expected a number and a unit such as 500MB
            memory-limit=700    | ETREPROF_MEMORY_LIMIT: found '700', expected a number and a unit such as 500MB
            memory-limit=-1MB   | ETREPROF_MEMORY_LIMIT: found '-1MB', expected a number and a unit such as 500MB
            memory-limit=0GB    | ETREPROF_MEMORY_LIMIT: found '0GB', expected a number and a unit such as 500MB
            memory-limit=       | ETREPROF_MEMORY_LIMIT: found '', expected a number and a unit such as 500MB
            memory-limit=9 MBytes | ETREPROF_MEMORY_LIMIT: found '9 MBytes', expected a number and a unit such as 500MB
            memory-limit=9999999999999GB | ETREPROF_MEMORY_LIMIT: found '9999999999999GB', expected a number and a unit such as 500MB
            """)
    void impossibleSettingsAreRefusedAtTheStart(String setting, String message) {
        context.withPropertyValues("etreprof." + setting)
                .run(started -> assertThat(started).getFailure().rootCause().hasMessage(message));
    }
}
