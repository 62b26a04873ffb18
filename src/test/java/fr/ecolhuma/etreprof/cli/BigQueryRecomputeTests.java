package fr.ecolhuma.etreprof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ecolhuma.etreprof.demo.DemoExports;
import fr.ecolhuma.etreprof.features.bigquery.BigQueryStub;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** From tables of BigQuery to a published model. */
@Timeout(300)
class BigQueryRecomputeTests {

    private static final List<String> SETTINGS = List.of(
            "data-dir",
            "models-dir",
            "users",
            "contents",
            "interactions",
            "sources.bigquery-endpoint",
            "sources.bigquery-location",
            "sources.metadata-host");
    private static final List<String> ROLES = List.of("users", "contents", "interactions");

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private BigQueryStub stub;

    @BeforeEach
    void start() {
        stub = BigQueryStub.start();
        Path demo = folder.resolve("demo");
        DemoExports.write(new DemoExports.Request(400, 30_000, 60, 42, LocalDate.of(2025, 7, 10), demo, false));
        ROLES.forEach(role -> stub.load("demo." + role, demo.resolve(role + ".csv")));
        set("sources.bigquery-endpoint", "http://" + stub.host());
        set("sources.bigquery-location", "EU");
        set("sources.metadata-host", stub.host());
        set("data-dir", folder.resolve("data").toString());
    }

    @AfterEach
    void stop() {
        SETTINGS.forEach(name -> System.clearProperty("etreprof." + name));
        stub.close();
    }

    private static void set(String name, String value) {
        System.setProperty("etreprof." + name, value);
    }

    private SortedMap<String, String> model(String models, String prefix, String suffix) throws IOException {
        Path place = folder.resolve(models);
        set("models-dir", place.toString());
        ROLES.forEach(role -> set(role, prefix + role + suffix));
        assertThat(Commands.run(new PrintWriter(out), new PrintWriter(err), "recompute"))
                .as("%s", err)
                .isZero();
        SortedMap<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(
                place.resolve(Files.readString(place.resolve("CURRENT")).strip()))) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(String.valueOf(file.getFileName()), Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return files;
    }

    @Test
    void everyFileOfTheModelButItsProvenanceIsAsFromTheCsv() throws IOException {
        SortedMap<String, String> there = model("there", "bigquery://school/demo.", "");
        assertThat(out.toString()).contains("published model ");
        assertThat(there.get("provenance.json")).contains("BigQuery").doesNotContain("secret-token");
        SortedMap<String, String> here = model("here", folder.resolve("demo") + "/", ".csv");
        assertThat(there).containsKeys("segments.json", "provenance.json");
        // the manifest has the sum of the provenance, and the findings of the gates, no part of a version, name the
        // exports
        here.keySet().removeAll(List.of("provenance.json", "manifest.json", "gates.json"));
        assertThat(here).hasSizeGreaterThan(8);
        here.forEach((name, text) -> assertThat(there.get(name)).as(name).isEqualTo(text));
    }
}
