package fr.ecolhuma.etreprof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EvaluateRecommenderCommandTests {

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private String train = "";
    private String test = "";

    @BeforeEach
    void write() throws IOException {
        train = Files.writeString(folder.resolve("train.csv"), "user,item\n1,a\n1,b\n2,a\n2,c\n3,b\n")
                .toString();
        test = Files.writeString(folder.resolve("test.csv"), "user,item\n1,c\n3,a\n")
                .toString();
    }

    private int run(String... options) {
        String[] all = new String[options.length + 5];
        System.arraycopy(new String[] {"evaluate-recommender", "--interactions", train, "--test", test}, 0, all, 0, 5);
        System.arraycopy(options, 0, all, 5, options.length);
        return Commands.run(new PrintWriter(out), new PrintWriter(err), all);
    }

    @Test
    void theFiguresArePrintedAsJson() {
        assertThat(run("--k", "1,2", "--lambda", "5", "--threads", "1")).isZero();

        JsonNode printed = JsonMapper.shared().readTree(out.toString());
        assertThat(printed.propertyNames())
                .containsExactly("model", "itemknn", "popular", "users_evaluated", "training", "test");
        assertThat(printed.at("/model").propertyNames())
                .containsExactly(
                        "name",
                        "lambda",
                        "recall@1",
                        "recall_capped@1",
                        "ndcg@1",
                        "coverage@1",
                        "novelty@1",
                        "recall@2",
                        "recall_capped@2",
                        "ndcg@2",
                        "coverage@2",
                        "novelty@2",
                        "search_ms",
                        "fit_ms");
        assertThat(printed.at("/model/name").asString()).isEqualTo("ease");
        assertThat(printed.at("/model/lambda").asDouble()).isEqualTo(5);
        assertThat(printed.at("/popular/recall@1").asDouble()).isEqualTo(1);
        assertThat(printed.at("/users_evaluated").asInt()).isEqualTo(2);
        assertThat(printed.at("/training/pairs").asInt()).isEqualTo(5);
        assertThat(printed.at("/test/unknown_item").asInt()).isZero();
        assertThat(printed.at("/test/matched").asInt()).isEqualTo(2);
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void filesMayBeGzipped() throws IOException {
        assertThat(run("--lambda", "5", "--k", "1,2")).isZero();
        String plain = timeless(out.toString());
        out.getBuffer().setLength(0);
        train = gzipped(train);
        test = gzipped(test);
        assertThat(run("--lambda", "5", "--k", "1,2")).isZero();

        assertThat(timeless(out.toString())).isEqualTo(plain).contains("recall@1");
    }

    private static String timeless(String json) {
        return json.replaceAll("_ms\" : \\d+", "_ms\" : 0");
    }

    private static String gzipped(String file) throws IOException {
        Path packed = Path.of(file + ".gz");
        try (OutputStream stream = new GZIPOutputStream(Files.newOutputStream(packed))) {
            Files.copy(Path.of(file), stream);
        }
        return packed.toString();
    }

    @Test
    void contentsMakeItTheHybrid() throws IOException {
        Path contents = Files.writeString(folder.resolve("contents.csv"), "id,tags\na,x\nb,x\nc,y\n");

        assertThat(run("--contents", contents.toString())).isZero();

        JsonNode printed = JsonMapper.shared().readTree(out.toString());
        assertThat(printed.at("/model/name").asString()).isEqualTo("hybrid");
        assertThat(printed.at("/model/half_life_items").isNumber()).isTrue();
        assertThat(printed.at("/ease/ndcg@10").isNumber()).isTrue();
        assertThat(printed.get("contents").toString()).isEqualTo("{\"rows\":3,\"matched\":3,\"items\":3}");
    }

    @Test
    void aYardstickAskedForIsTheModel() {
        assertThat(run("--model", "itemknn")).isZero();

        JsonNode printed = JsonMapper.shared().readTree(out.toString());
        assertThat(printed.get("model")).isEqualTo(printed.get("itemknn"));
    }

    @Test
    void aFileThatCannotBeUsedIsOneClearLine() {
        train = folder.resolve("missing.csv").toString();

        assertThat(run()).isEqualTo(1);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString())
                .isEqualToIgnoringNewLines(
                        "error: missing.csv: no such file; expected the training export as CSV, CSV.gz or Parquet");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --threads=0  | --threads: found 0, expected at least 1
            --k=10,0     | --k: found [10, 0], expected ranks from 1 to 1000
            --lambda=0   | --lambda: found 0.0, expected a number above 0
            --lambda=NaN | --lambda: found NaN, expected a number above 0
            --model=best | expected one of
            """)
    void badUsageIsTold(String option, String message) {
        assertThat(run(option)).isEqualTo(2);
        assertThat(err.toString()).contains(message);
    }
}
