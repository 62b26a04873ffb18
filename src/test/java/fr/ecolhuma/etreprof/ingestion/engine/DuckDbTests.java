package fr.ecolhuma.etreprof.ingestion.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The engine fetches no code, and what it runs cannot change what it may do. */
class DuckDbTests {

    @TempDir
    Path folder;

    private DuckDb engine;

    @BeforeEach
    void open() {
        engine = DuckDb.open(folder, new EngineSettings(null, Instant.EPOCH, 300L << 20, 1));
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "memory_limit = '2GB'",
                "threads = 2",
                "autoinstall_known_extensions = true",
                "autoload_known_extensions = true",
                "custom_extension_repository = ''",
                "allow_extension_repositories = 'allowed'",
                "allowed_configs = ['threads']",
                "lock_configuration = false"
            })
    void settingsAreLocked(String setting) {
        assertThatThrownBy(() -> engine.run("SET " + setting))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("the configuration has been locked");
    }

    @Test
    void extensionsAreNeitherFetchedNorLoaded() {
        // without a call over the network: the only place to fetch from is a folder that does not exist
        assertThatThrownBy(() -> engine.run("INSTALL httpfs"))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining(folder.resolve("none").toString());
        assertThatThrownBy(() -> engine.run("LOAD httpfs")).isInstanceOf(EngineException.class);
        assertThatThrownBy(() -> engine.run("SELECT * FROM 'http://127.0.0.1:1/events.parquet'"))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("requires the extension httpfs");
    }

    @Test
    void aLimitThatDoesNotSufficeIsNamed() {
        EngineException failure = catchThrowableOfType(
                EngineException.class, () -> engine.run("CREATE TABLE t AS SELECT list(range) FROM range(90000000)"));
        assertThat(failure.isShortOfRoom()).isTrue();
        assertThat(failure.memoryLimit()).hasValue("300.0 MiB");
        assertThat(catchThrowableOfType(EngineException.class, () -> engine.run("SELECT nothing"))
                        .memoryLimit())
                .isEmpty();
    }

    @Test
    void rowsMayStillBeStoredInAnyOrder() {
        engine.unordered("CREATE TABLE numbers AS SELECT range AS n FROM range(5)");
        List<Long> found = new ArrayList<>();
        engine.query("SELECT n FROM numbers ORDER BY n DESC", row -> found.add(row.getLong(1)));
        assertThat(found).containsExactly(4L, 3L, 2L, 1L, 0L);
        assertThat(engine.number("SELECT COUNT(*) FROM numbers")).isEqualTo(5);
    }
}
