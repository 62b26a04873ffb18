package fr.ecolhuma.etreprof.classification.batch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ecolhuma.etreprof.classification.ShippedClassifier;
import fr.ecolhuma.etreprof.classification.document.DocumentText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Timeout(60)
class BatchClassifierTests {

    private static final String TEXT = "Une séquence sur les fractions en classe de sixième";

    private final ExecutorService executor = Executors.newFixedThreadPool(2);
    private final BatchClassifier batch = new BatchClassifier(ShippedClassifier.get(), executor);
    private final StringWriter out = new StringWriter();

    @AfterEach
    void stop() {
        executor.shutdownNow();
    }

    private BatchClassifier.Tally classify(InputStream in) {
        return classify(batch, in);
    }

    private BatchClassifier.Tally classify(BatchClassifier classifier, String lines) {
        return classify(classifier, new ByteArrayInputStream(lines.getBytes(UTF_8)));
    }

    private BatchClassifier.Tally classify(BatchClassifier classifier, InputStream in) {
        try {
            return classifier.classify(in, out, done -> {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private BatchClassifier.Tally classify(String lines) {
        return classify(new ByteArrayInputStream(lines.getBytes(UTF_8)));
    }

    private List<JsonNode> answers() {
        return out.toString().lines().map(JsonMapper.shared()::readTree).toList();
    }

    private static String line(String id, String text) {
        return "{\"id\": %s, \"text\": \"%s\"}\n".formatted(id, text);
    }

    @Test
    void everyLineIsAnsweredInOrder() {
        StringBuilder lines = new StringBuilder();
        IntStream.range(0, 500).forEach(i -> lines.append(line("" + i, TEXT)));
        assertThat(classify(lines.toString())).isEqualTo(new BatchClassifier.Tally(500, 0));
        assertThat(answers())
                .extracting(answer -> answer.get("id").intValue())
                .containsExactlyElementsOf(IntStream.range(0, 500).boxed().toList());
    }

    @Test
    void anAnswerHasTheMembersOfASingleOne() {
        classify("{\"text\": \"" + TEXT + "\", \"id\": \"a/1\", \"more\": [1]}");
        assertThat(answers().getFirst().propertyNames())
                .containsExactly(
                        "id",
                        "theme",
                        "defi",
                        "confidence",
                        "language",
                        "abstained",
                        "reason",
                        "best_guess",
                        "topic_principal",
                        "themes",
                        "defis",
                        "evidence",
                        "truncated");
        assertThat(batch.classify("a/1", DocumentText.whole(TEXT)))
                .isEqualTo(out.toString().strip());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {"id": 7, "text"                 | found broken JSON at column
            nothing                          | found broken JSON at column
            {"id": 7, "text": "a"} {}        | found broken JSON at column
            ["a"]                            | found no JSON object
            "a"                              | found no JSON object
            {"id": 7}                        | found no "text"
            {"id": 7, "text": null}          | found no "text"
            {"id": 7, "text": 5}             | "text" is not a string
            {"id": 7, "text": ["a"]}         | "text" is not a string
            {"id": 7, "text": "  "}          | found no content
            {"id": {"a": 1}, "text": "a"}    | "id" is neither a string nor a number
            """)
    void aBadLineIsAnsweredInItsPlace(String bad, String says) {
        assertThat(classify(line("1", TEXT) + bad + "\r\n\n" + line("2", TEXT)))
                .isEqualTo(new BatchClassifier.Tally(3, 1));
        JsonNode refusal = answers().get(1);
        assertThat(refusal.get("line").intValue()).isEqualTo(2);
        assertThat(refusal.get("error").stringValue()).startsWith(says);
        assertThat(refusal.has("id")).isEqualTo(says.contains("text\"") || says.contains("content"));
        assertThat(answers().get(0).get("id").intValue()).isEqualTo(1);
        assertThat(answers().get(2).get("id").intValue()).isEqualTo(2);
    }

    @Test
    void aLineThatIsTooLongOrNoUtf8IsBad() {
        String most = line("1", "x".repeat((1 << 20) - 21));
        assertThat(most.length()).isEqualTo((1 << 20) + 1);
        assertThat(classify(most)).isEqualTo(new BatchClassifier.Tally(1, 0));
        assertThat(classify(line("12", "x".repeat((1 << 20) - 21)) + line("2", TEXT)))
                .isEqualTo(new BatchClassifier.Tally(2, 1));
        assertThat(answers().get(1).get("error").stringValue()).startsWith("found more than 1 MiB");
        byte[] latin = {'{', (byte) 0xE9, '}', '\n'};
        assertThat(classify(new ByteArrayInputStream(latin))).isEqualTo(new BatchClassifier.Tally(1, 1));
    }

    @Test
    void aLineSaysWhetherItWasReadToItsEnd() {
        classify(line("1", "a ".repeat(24_999)) + line("2", "a ".repeat(25_001)));
        assertThat(answers())
                .extracting(answer -> answer.get("truncated").booleanValue())
                .containsExactly(false, true);
    }

    @Test
    void aDocumentThatWasCutIsTruncated() {
        assertThat(batch.classify("a.pdf", new DocumentText(TEXT, true))).contains("\"truncated\":true");
        assertThat(batch.classify("a.pdf", new DocumentText(TEXT, false))).contains("\"truncated\":false");
    }

    @Test
    void aLineThatIsNotPaidForIsAnsweredWithTheReason() {
        List<Integer> sizes = new ArrayList<>();
        BatchClassifier paid = new BatchClassifier(ShippedClassifier.get(), executor, bytes -> {
            sizes.add(bytes);
            return sizes.size() == 2 ? "found no more allowance" : null;
        });
        String one = line("1", TEXT);
        String longer = line("2", TEXT + ".");
        assertThat(classify(paid, one + "\n" + longer + one)).isEqualTo(new BatchClassifier.Tally(3, 1));
        assertThat(answers().get(1)).hasToString("{\"line\":3,\"error\":\"found no more allowance\"}");
        assertThat(answers().get(2).get("theme")).isNotNull();
        int size = one.getBytes(UTF_8).length - 1;
        assertThat(sizes).as("blank lines are free").containsExactly(size, size + 1, size);
    }

    /** Otherwise a batch of long lines fills the memory while it waits for a thread. */
    @Test
    void onlyAFewLongLinesWaitAtOnce() throws Exception {
        Semaphore threads = new Semaphore(0);
        AtomicInteger begun = new AtomicInteger();
        BatchClassifier slow = new BatchClassifier(ShippedClassifier.get(), line -> {
            begun.incrementAndGet();
            executor.execute(() -> {
                threads.acquireUninterruptibly();
                line.run();
            });
        });
        String lines = line("1", "x".repeat(300_000)).repeat(10);
        Thread batch = Thread.ofVirtual().start(() -> classify(slow, lines));
        while (begun.get() < 4) {
            Thread.sleep(1);
        }
        Thread.sleep(50);
        assertThat(begun).as("four lines are more than 1 MiB").hasValue(4);
        threads.release(10);
        batch.join();
        assertThat(answers()).hasSize(10);
    }

    @Test
    void idsAreEchoedAsTheyAre() {
        classify(line("\"7\"", TEXT) + line("7.50", TEXT) + line("null", TEXT) + line("\"\\ud83d\"", TEXT));
        assertThat(answers())
                .extracting(answer -> answer.get("id").toString())
                .containsExactly("\"7\"", "7.5", "null", "\"\uFFFD\"");
    }

    @Test
    void aStreamWithoutEndNeedsNoMemory() {
        AtomicLong left = new AtomicLong(400L << 20);
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return left.getAndDecrement() > 0 ? 'x' : -1;
            }

            @Override
            public int read(byte[] target, int offset, int length) {
                if (left.getAndAdd(-length) <= 0) {
                    return -1;
                }
                Arrays.fill(target, offset, offset + length, (byte) 'x');
                return length;
            }
        };
        assertThat(classify(endless)).isEqualTo(new BatchClassifier.Tally(1, 1));
    }

    @Test
    void anAnswerComesBeforeTheNextLineIsSent() throws Exception {
        PipedInputStream in = new PipedInputStream();
        try (PipedOutputStream sender = new PipedOutputStream(in)) {
            executor.submit(() -> classify(in));
            for (int i = 1; i <= 3; i++) {
                sender.write(line("" + i, TEXT).getBytes(UTF_8));
                sender.flush();
                while (out.toString().lines().count() < i) {
                    Thread.sleep(5);
                }
            }
        }
        assertThat(answers()).hasSize(3);
    }

    @Test
    void aGzippedFileIsReadAndACutOneIsNot(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("a.ndjson.gz");
        try (GZIPOutputStream gzip = new GZIPOutputStream(Files.newOutputStream(file))) {
            gzip.write(line("1", TEXT).getBytes(UTF_8));
        }
        assertThat(batch.classify(file, out, done -> {})).isEqualTo(new BatchClassifier.Tally(1, 0));
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length - 12));
        assertThatThrownBy(() -> batch.classify(file, out, done -> {})).isInstanceOf(IOException.class);
    }
}
