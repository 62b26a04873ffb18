package fr.ecolhuma.etreprof.snapshot.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ecolhuma.etreprof.TestData;
import fr.ecolhuma.etreprof.recommendation.list.LearntRecommender;
import fr.ecolhuma.etreprof.recommendation.list.ServingWeights;
import fr.ecolhuma.etreprof.snapshot.disk.SnapshotException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The test platform has 20 contents, of which articles 1 to 5, fiches 1 to 8 and guides 1 to 4 are used: 17. */
class RecommenderFilesTests {

    private static final LearntRecommender LEARNT = TestData.model().recommender();

    private static final String WEIGHTS = "recommender_weights.bin";
    private static final String SIMILAR = "similar_contents.bin";

    @TempDir
    Path folder;

    @BeforeEach
    void write() throws IOException {
        RecommenderFiles.write(folder, LEARNT);
    }

    @Test
    void whatIsWrittenIsRead() throws IOException {
        assertThat(RecommenderFiles.read(folder, TestData.CONTENTS))
                .usingRecursiveComparison()
                .isEqualTo(LEARNT);
        assertThat(folder.resolve(WEIGHTS)).hasSize(17 * 4 + 17 * 17 * 4);
        ByteBuffer similar = bytes(SIMILAR);
        assertThat(similar.getInt()).isEqualTo(LEARNT.similar().size(0));
        assertThat(similar.getInt()).isEqualTo(LEARNT.similar().neighbour(0, 0));
        assertThat(similar.getFloat()).isEqualTo(LEARNT.similar().similarity(0, 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"recommender.json", WEIGHTS, SIMILAR})
    void aMissingFileIsNamed(String name) throws IOException {
        Files.delete(folder.resolve(name));
        refused("%s is missing or unreadable; the version is broken".formatted(name));
    }

    @Test
    void anotherNumberOfContentsIsRefused() {
        assertThatThrownBy(() -> RecommenderFiles.read(folder, 21))
                .isInstanceOf(SnapshotException.class)
                .hasMessage("recommender.json: found contents 20, expected 21");
    }

    /** Versions made before levels were weighed say nothing of them. */
    @Test
    void aWeightOfLevelsMayBeMissing() throws IOException {
        ServingWeights weights = new ServingWeights(2, 0.5, 0.25, 0.75, 0.125);
        RecommenderFiles.write(folder, learnt(weights));
        assertThat(RecommenderFiles.read(folder, TestData.CONTENTS).serving()).isEqualTo(weights);
        Path file = folder.resolve("recommender.json");
        Files.writeString(file, Files.readString(file).replace("\"level\" : 0.75,", ""));
        assertThat(RecommenderFiles.read(folder, TestData.CONTENTS).serving())
                .isEqualTo(new ServingWeights(2, 0.5, 0.25, 0, 0.125));
    }

    private static LearntRecommender learnt(ServingWeights weights) {
        return new LearntRecommender(LEARNT.weights(), LEARNT.similar(), weights, LEARNT.card());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "used" : 17    | "used" : 16   | recommender_weights.bin: found 1224 bytes, expected 1088
            "used" : 17    | "used" : 21   | recommender.json: found used 21, expected 0 to 20
            "used" : 17    | "used" : null | found other JSON than expected; the version is broken
            "used" : 17    | "uses" : 17   | found other JSON than expected; the version is broken
            "content" :    | "content" : - | expected a number from 0
            "segment" :    | "segmant" :   | expected history, content, segment, level and freshness
            """)
    void aDescriptionEditedByHandIsHeldToItsRules(String from, String to, String message) throws IOException {
        Path file = folder.resolve("recommender.json");
        String before = Files.readString(file);
        assertThat(before).contains(from);
        String after = from.startsWith("\"content\"")
                ? before.replaceFirst("\"content\" : [0-9.]+", "\"content\" : -1.0")
                : before.replaceFirst(from, to);
        Files.writeString(file, after);
        assertThatThrownBy(() -> RecommenderFiles.read(folder, TestData.CONTENTS))
                .isInstanceOf(SnapshotException.class)
                .hasMessageStartingWith("recommender")
                .hasMessageEndingWith(message);
    }

    @Test
    void weightsThatAreNoNumbersAreRefused() throws IOException {
        ByteBuffer bytes = bytes(WEIGHTS);
        bytes.putFloat(17 * 4 + 4, Float.NaN);
        Files.write(folder.resolve(WEIGHTS), bytes.array());
        refused("recommender_weights.bin: weights of item 0: found NaN, expected a finite number");
    }

    @Test
    void contentsThatDoNotAscendAreRefused() throws IOException {
        ByteBuffer bytes = bytes(WEIGHTS);
        bytes.putInt(4, 0);
        Files.write(folder.resolve(WEIGHTS), bytes.array());
        refused("recommender_weights.bin: found content 0 in place 1, expected 1 to 19");
    }

    @Test
    void neighboursMustBeOthersInOrder() throws IOException {
        ByteBuffer bytes = bytes(SIMILAR);
        bytes.putInt(4, 0);
        Files.write(folder.resolve(SIMILAR), bytes.array());
        refused("similar_contents.bin: neighbours of content 0: found other values,"
                + " expected other rows of the catalogue");
        bytes.putInt(4, bytes.getInt(12));
        Files.write(folder.resolve(SIMILAR), bytes.array());
        refused("similar_contents.bin: neighbours of content 0: found other values,"
                + " expected at most 50 neighbours, each once");
    }

    @Test
    void filesOfAnotherLengthAreRefused() throws IOException {
        byte[] whole = Files.readAllBytes(folder.resolve(SIMILAR));
        Files.write(folder.resolve(SIMILAR), Arrays.copyOf(whole, whole.length + 4));
        refused("similar_contents.bin: found 4 bytes too many, expected none");
        Files.write(folder.resolve(SIMILAR), Arrays.copyOf(whole, whole.length - 4));
        assertThatThrownBy(() -> RecommenderFiles.read(folder, TestData.CONTENTS))
                .isInstanceOf(SnapshotException.class)
                .hasMessageStartingWith("similar_contents.bin: found an end or ");
    }

    private void refused(String message) {
        assertThatThrownBy(() -> RecommenderFiles.read(folder, TestData.CONTENTS))
                .isInstanceOf(SnapshotException.class)
                .hasMessage(message);
    }

    private ByteBuffer bytes(String name) throws IOException {
        return ByteBuffer.wrap(Files.readAllBytes(folder.resolve(name))).order(ByteOrder.LITTLE_ENDIAN);
    }
}
