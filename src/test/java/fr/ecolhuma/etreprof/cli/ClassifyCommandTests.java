package fr.ecolhuma.etreprof.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.ecolhuma.etreprof.TestData;
import fr.ecolhuma.etreprof.TestDocuments;
import fr.ecolhuma.etreprof.snapshot.files.SnapshotStore;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ClassifyCommandTests {

    private static final String TEXT = "Une séquence sur les fractions en classe de sixième";

    @TempDir
    Path folder;

    private final InputStream standardInput = System.in;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void publishAModel() {
        System.setProperty("etreprof.data-dir", folder.resolve("data").toString());
        System.setProperty("etreprof.models-dir", folder.resolve("models").toString());
        SnapshotStore store = new SnapshotStore(folder.resolve("models"));
        store.makeCurrent(store.save(TestData.model()));
    }

    @AfterEach
    void restore() {
        System.clearProperty("etreprof.data-dir");
        System.clearProperty("etreprof.models-dir");
        System.setIn(standardInput);
    }

    private int run(String... arguments) {
        String[] all =
                Stream.concat(Stream.of("classify"), Stream.of(arguments)).toArray(String[]::new);
        return Commands.run(new PrintWriter(out), new PrintWriter(err), all);
    }

    private String file(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content).toString();
    }

    private static byte[] line(String id) {
        return "{\"id\": \"%s\", \"text\": \"%s\"}\n".formatted(id, TEXT).getBytes(UTF_8);
    }

    private List<String> ids() {
        return out.toString()
                .lines()
                .map(JsonMapper.shared()::readTree)
                .map(answer -> answer.path("id").asString())
                .toList();
    }

    @Test
    void standardInputIsALineOfJsonEach() {
        System.setIn(new ByteArrayInputStream(
                (new String(line("a"), UTF_8) + "nothing\n" + new String(line("b"), UTF_8)).getBytes(UTF_8)));
        assertThat(run()).isZero();
        assertThat(ids()).containsExactly("a", "", "b");
        assertThat(out.toString().lines().toList().get(1)).startsWith("{\"line\":2,\"error\":\"found broken JSON");
        assertThat(err.toString()).isEqualToIgnoringNewLines("3 texts, 1 of them refused");
    }

    @Test
    void filesOfEveryKindAreClassifiedInOrder() throws IOException {
        String md = file("a.md", TEXT.getBytes(UTF_8));
        String txt = file("b.txt", TEXT.getBytes(UTF_8));
        String pdf = file("c.pdf", TestDocuments.pdf(List.of(List.of(TEXT))));
        String docx = file("d.docx", TestDocuments.docx(TEXT));
        String lines = file("e.jsonl", line("l"));
        Path gzipped = folder.resolve("f.ndjson.gz");
        try (GZIPOutputStream gzip = new GZIPOutputStream(Files.newOutputStream(gzipped))) {
            gzip.write(line("g"));
        }
        assertThat(run(md, txt, pdf, docx, lines, gzipped.toString())).isZero();
        assertThat(ids()).containsExactly(md, txt, pdf, docx, "l", "g");
        JsonNode first =
                JsonMapper.shared().readTree(out.toString().lines().findFirst().orElseThrow());
        assertThat(first.propertyNames()).contains("theme", "defi", "topic_principal", "themes", "defis", "evidence");
        assertThat(err.toString()).isEqualToIgnoringNewLines("6 texts, 0 of them refused");
    }

    @Test
    void aFileThatFailsDoesNotStopTheOthers() throws IOException {
        String md = file("a.md", TEXT.getBytes(UTF_8));
        String missing = folder.resolve("missing.md").toString();
        assertThat(run(missing, md)).isEqualTo(1);
        assertThat(ids()).containsExactly(md);
        assertThat(err.toString().lines())
                .contains("error: missing.md: no such file; expected md, txt, pdf, docx, ndjson or jsonl");
        assertThat(run(missing, file("b.png", new byte[] {1}), md)).isEqualTo(1);
        assertThat(err.toString()).contains("error: 2 of 3 files failed; the first: missing.md: no such file");
    }

    @Test
    void aFileThatCannotBeReadIsOneClearLine() throws IOException {
        assertThat(run(file("a.txt", new byte[(1 << 20) + 5]))).isEqualTo(1);
        assertThat(err.toString())
                .startsWith("error: a.txt: found more than 1 MiB")
                .hasLineCount(1);
        assertThat(run(file("b.jsonl.gz", new byte[] {0x1f, (byte) 0x8b, 8}))).isEqualTo(1);
        assertThat(err.toString()).contains("error: b.jsonl.gz: cannot be read to its end");
        assertThat(run(folder.toString() + "/.")).isEqualTo(1);
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void withoutAModelNothingIsClassified() {
        System.setProperty("etreprof.models-dir", folder.resolve("nowhere").toString());
        assertThat(run("a.md")).isEqualTo(1);
        assertThat(err.toString())
                .isEqualToIgnoringNewLines("error: found no model to classify with; run recompute first");
    }

    @Test
    void badUsageIsTold() {
        assertThat(run("--nonsense")).isEqualTo(2);
        assertThat(run("--help")).isZero();
    }

    @Test
    void aTrainedClassifierAnswersInsteadOfTheLiveOne() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            lines.append(
                    "{\"id\": %d, \"label\": \"noise\", \"text\": \"zorglub bulgroz numéro %d\"}%n".formatted(i, i));
        }
        String labelled = file("labelled.jsonl", lines.toString().getBytes(UTF_8));
        String made = folder.resolve("made").toString();
        assertThat(Commands.run(
                        new PrintWriter(new StringWriter()),
                        new PrintWriter(err),
                        "train-classifier",
                        "--labelled",
                        labelled,
                        "--out",
                        made))
                .isZero();
        String text = file("text.md", "Un zorglub avec bulgroz et encore un zorglub".getBytes(UTF_8));

        assertThat(run("--classifier", made, text)).as(err.toString()).isZero();
        assertThat(run(text)).isZero();

        assertThat(out.toString()
                        .lines()
                        .map(JsonMapper.shared()::readTree)
                        .map(answer -> answer.findValue("theme").asString("none")))
                .containsExactly("Classroom Noise", "none");
    }

    @Test
    void aFolderWithoutAClassifierIsRefused() throws IOException {
        assertThat(run("--classifier", folder.toString(), file("text.md", TEXT.getBytes(UTF_8))))
                .isEqualTo(1);
        assertThat(err.toString()).contains("classifier.json is missing or unreadable");
    }
}
