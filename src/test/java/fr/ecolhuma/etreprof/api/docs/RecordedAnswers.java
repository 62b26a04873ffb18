package fr.ecolhuma.etreprof.api.docs;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ecolhuma.etreprof.api.ApiDocument;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The answers that stand as examples in the served description. Each must have the shape of the answer of today; to record
 * those that differ anew: {@code mvn test -Dtest=ApiDescriptionTests -Drenew=true}.
 */
final class RecordedAnswers {

    private static final Path FILE = Path.of("src/main/resources/fr/ecolhuma/etreprof/api/docs/answers.json");
    private static final String TO_RENEW =
            "run mvn test -Dtest=ApiDescriptionTests -Drenew=true, which records the answers that differ in " + FILE;

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Shape shape;
    private final ApiDocument document;
    private final Map<String, JsonNode> recorded = new TreeMap<>();
    private final Map<String, JsonNode> kept = new TreeMap<>();

    RecordedAnswers(ApiDocument document) {
        this.document = document;
        this.shape = new Shape(document);
        try {
            MAPPER.readTree(Files.readString(FILE)).forEachEntry(recorded::put);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Holds the answer against the one that is recorded for its place in the document. */
    void check(String place, JsonNode schema, String type, String body) {
        boolean lines = type.endsWith("ndjson");
        JsonNode answer = lines ? list(body) : MAPPER.readTree(body);
        JsonNode before = recorded.get(place);
        String difference = before == null
                ? "found no recorded answer"
                : shape.difference(schema, lines ? list(before.stringValue()) : before, answer);
        if (Boolean.getBoolean("renew") && !difference.isEmpty()) {
            before = lines ? JsonNodeFactory.instance.stringNode(body) : withoutToken(shape.cut(schema, answer));
            difference = "";
        }
        assertThat(difference).as("%s; %s", place, TO_RENEW).isEmpty();
        if (before != null) {
            kept.put(place, before);
            checkValue(place, schema, lines ? list(before.stringValue()) : before, lines);
        }
    }

    /** What looks like a token alarms those who search texts for secrets. */
    private static JsonNode withoutToken(JsonNode answer) {
        if (answer instanceof ObjectNode object && object.has("token")) {
            object.put("token", "HEADER.CLAIMS.SIGNATURE");
        }
        return answer;
    }

    private void checkValue(String place, JsonNode schema, JsonNode value, boolean lines) {
        assertThat(value.toString())
                .as(place)
                .doesNotContain("/tmp/", "/target/", "/home/", System.getProperty("user.dir"));
        for (JsonNode one : lines ? value : MAPPER.createArrayNode().add(value)) {
            assertThat(document.errors(schema, one)).as(place).isEmpty();
        }
    }

    /** To be called after all were checked. */
    void end() {
        if (Boolean.getBoolean("renew")) {
            try {
                Files.writeString(FILE, MAPPER.writeValueAsString(kept) + "\n");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return;
        }
        assertThat(new TreeSet<>(recorded.keySet())).as(TO_RENEW).isEqualTo(new TreeSet<>(kept.keySet()));
    }

    private static JsonNode list(String lines) {
        return MAPPER.createArrayNode()
                .addAll(Arrays.stream(lines.split("\n")).map(MAPPER::readTree).toList());
    }
}
