package fr.ecolhuma.etreprof.classification.batch;

import fr.ecolhuma.etreprof.classification.document.ContentText;
import fr.ecolhuma.etreprof.classification.document.DocumentException;
import fr.ecolhuma.etreprof.classification.document.DocumentText;
import fr.ecolhuma.etreprof.classification.document.TextDecoder;
import fr.ecolhuma.etreprof.classification.serving.ClassificationAnswer;
import fr.ecolhuma.etreprof.classification.serving.ContentClassifier;
import fr.ecolhuma.etreprof.domain.Taxonomy;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Turns one line of a batch into its answer. */
final class BatchLine {

    /** An answer: a JSON object without a line end, and whether it is an error. */
    record Answer(String json, boolean refused) {}

    private static final String EXPECTED = "expected {\"id\": …, \"text\": \"…\"}";
    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    private final ContentClassifier classifier;

    BatchLine(ContentClassifier classifier) {
        this.classifier = classifier;
    }

    /** The answer to a line; a refusal is an answer too. */
    Answer answer(int number, byte[] bytes) {
        JsonNode id = null;
        try {
            JsonNode line = tree(bytes);
            id = id(line);
            return classified(id, DocumentText.whole(text(line)));
        } catch (DocumentException e) {
            return refused(number, id, String.valueOf(e.getMessage()));
        }
    }

    /** The answer to a line that cannot be classified, with its id if that is known. */
    static Answer refused(int number, @Nullable JsonNode id, String why) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode().put("line", number);
        if (id != null && !id.isNull()) {
            answer.set("id", id);
        }
        return new Answer(JSON.writeValueAsString(answer.put("error", why)), true);
    }

    /** The answer about a text. */
    Answer classified(JsonNode id, DocumentText text) {
        ClassificationAnswer found =
                ClassificationAnswer.of(classifier.classify(text.text()).cut(text.cut()), Taxonomy.load());
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.set("id", id);
        answer.setAll((ObjectNode) JSON.valueToTree(found));
        return new Answer(JSON.writeValueAsString(answer), false);
    }

    private static JsonNode tree(byte[] bytes) {
        try {
            JsonNode line = JSON.readTree(TextDecoder.decode(bytes, null));
            if (line.isObject()) {
                return line;
            }
        } catch (JacksonException e) {
            int column = e.getLocation() == null ? 1 : e.getLocation().getColumnNr();
            throw DocumentException.broken("found broken JSON at column %d, %s".formatted(column, EXPECTED));
        }
        throw DocumentException.broken("found no JSON object, " + EXPECTED);
    }

    private static JsonNode id(JsonNode line) {
        JsonNode id = line.path("id");
        if (id.isMissingNode()) {
            return JsonNodeFactory.instance.nullNode();
        }
        if (!id.isValueNode()) {
            throw DocumentException.broken("\"id\" is neither a string nor a number, " + EXPECTED);
        }
        return id.isString() ? JsonNodeFactory.instance.stringNode(ContentText.whole(id.stringValue())) : id;
    }

    private static String text(JsonNode line) {
        JsonNode text = line.path("text");
        if (text.isMissingNode() || text.isNull()) {
            throw DocumentException.unusable("found no \"text\", " + EXPECTED);
        }
        if (!text.isString()) {
            throw DocumentException.broken("\"text\" is not a string, " + EXPECTED);
        }
        return text.stringValue();
    }
}
