package fr.ecolhuma.etreprof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ecolhuma.etreprof.TestData;
import fr.ecolhuma.etreprof.features.PostgresTables;
import fr.ecolhuma.etreprof.ingestion.source.Exports;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A model of tables is the model of the same files, but for where it says that it comes from. */
@Timeout(120)
class PostgresRecomputeTests {

    private static final Set<String> OF_ITS_ORIGIN = Set.of("provenance.json", "manifest.json", "gates.json");

    private static PostgresTables tables = null;

    @TempDir
    private static Path files;

    @TempDir
    Path folder;

    private final StringWriter err = new StringWriter();

    @BeforeAll
    static void load() {
        tables = PostgresTables.start();
        TestData.exports(files);
        PostgresTables.ROLES.forEach(role -> tables.load(role, files.resolve(role + ".csv")));
    }

    @AfterAll
    static void stop() {
        tables.close();
    }

    @BeforeEach
    void configure() {
        System.setProperty("etreprof.sources.lock-wait", "300ms");
    }

    @AfterEach
    void forget() {
        Stream.of("models-dir", "data-dir", "sources.lock-wait")
                .forEach(name -> System.clearProperty("etreprof." + name));
    }

    private int recompute(String models, Exports exports) {
        System.setProperty("etreprof.models-dir", folder.resolve(models).toString());
        System.setProperty("etreprof.data-dir", folder.resolve("data").toString());
        return Commands.run(
                new PrintWriter(new StringWriter()),
                new PrintWriter(err),
                "recompute",
                "--users",
                exports.users(),
                "--contents",
                exports.contents(),
                "--interactions",
                exports.interactions());
    }

    private Exports csv() {
        return new Exports(
                files.resolve("users.csv").toString(),
                files.resolve("contents.csv").toString(),
                files.resolve("interactions.csv").toString(),
                null);
    }

    private Path version(String models) throws IOException {
        Path folderOfAll = folder.resolve(models);
        return folderOfAll.resolve(
                Files.readString(folderOfAll.resolve("CURRENT")).strip());
    }

    private static Set<String> names(Path version) throws IOException {
        try (Stream<Path> all = Files.list(version)) {
            Set<String> names = new TreeSet<>();
            all.map(file -> file.getFileName().toString()).forEach(names::add);
            return names;
        }
    }

    @Test
    void everyFileButItsOriginIsTheSame() throws IOException {
        assertThat(recompute("of-files", csv())).as(err.toString()).isZero();
        assertThat(recompute("of-tables", tables.exports("public")))
                .as(err.toString())
                .isZero();
        Set<String> names = names(version("of-tables"));
        assertThat(names).isEqualTo(names(version("of-files"))).hasSizeGreaterThan(10);
        for (String name : names) {
            if (!OF_ITS_ORIGIN.contains(name)) {
                assertThat(version("of-tables").resolve(name))
                        .hasSameBinaryContentAs(version("of-files").resolve(name));
            }
        }
        assertThat(provenance("of-files")).contains("\"sources\" : { }");
        assertThat(provenance("of-tables"))
                .contains(
                        "\"sources\" : { \"contents\" : \"postgresql\", \"interactions\" : \"postgresql\", \"users\" : \"postgresql\" }",
                        "public.users on localhost")
                .doesNotContain("postgres@", "postgresql://");
    }

    private String provenance(String models) throws IOException {
        return Files.readString(version(models).resolve("provenance.json")).replaceAll("\\s+", " ");
    }

    @Test
    void aFailedReadingLeavesTheLiveModel() throws IOException {
        assertThat(recompute("models", csv())).as(err.toString()).isZero();
        Path live = version("models");
        Exports incomplete = new Exports(
                tables.address("table=users"),
                tables.query("SELECT id, title FROM contents"),
                tables.address("table=interactions"),
                null);
        assertThat(recompute("models", incomplete)).isEqualTo(1);
        assertThat(err.toString())
                .contains("contents query on localhost, line 1: required column 'type' is missing; found id, title");
        assertThat(version("models")).isEqualTo(live);
        assertThat(names(folder.resolve("models"))).noneMatch(name -> name.startsWith(".new"));
    }
}
