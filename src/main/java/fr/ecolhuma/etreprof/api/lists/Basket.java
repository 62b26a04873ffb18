package fr.ecolhuma.etreprof.api.lists;

import fr.ecolhuma.etreprof.api.request.ApiException;
import fr.ecolhuma.etreprof.api.request.JsonFields;
import fr.ecolhuma.etreprof.api.request.Limit;
import fr.ecolhuma.etreprof.api.request.ProblemKind;
import fr.ecolhuma.etreprof.api.request.WholeNumber;
import fr.ecolhuma.etreprof.domain.TaughtLevels;
import fr.ecolhuma.etreprof.domain.TaughtLevels.Stage;
import fr.ecolhuma.etreprof.recommendation.list.ContentFilter;
import fr.ecolhuma.etreprof.snapshot.model.Snapshot;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/**
 * The basket of an anonymous visitor.
 *
 * @param rows of the catalogue, in the order given, each once
 * @param ignored how many contents are not in the catalogue, each counted once
 * @param levels the stages taught
 * @param filter the contents that the list may hold
 * @param limit at most this many
 */
record Basket(List<Integer> rows, int ignored, TaughtLevels levels, ContentFilter filter, int limit) {

    private static final String EXPECTED = "expected {\"contents\": [{\"type\": \"article\", \"id\": 167}]}";

    /**
     * Reads {@code {"contents": [{"type", "id"}, …]}} with the optional {@code limit}, {@code theme}, {@code defi},
     * {@code type}, {@code niveau} and {@code levels}; other members are skipped.
     *
     * @throws ApiException 400 if the body is not such JSON
     */
    static Basket of(Snapshot snapshot, byte[] body) {
        JsonFields fields = JsonFields.of(body, EXPECTED);
        List<OptionalInt> found = contents(snapshot, fields);
        ContentFilter filter = Filters.of(
                snapshot, fields.name("theme"), fields.text("defi"), fields.text("type"), fields.text("niveau"));
        JsonNode limit = fields.value("limit");
        return new Basket(
                found.stream().flatMap(row -> row.stream().boxed()).toList(),
                (int) found.stream().filter(OptionalInt::isEmpty).count(),
                levels(fields),
                filter,
                Limit.of(limit == null ? Limit.DEFAULT : limit.toString()));
    }

    /** The contents' rows in the catalogue, each once. */
    private static List<OptionalInt> contents(Snapshot snapshot, JsonFields fields) {
        List<JsonNode> contents = fields.list("contents");
        ContentRows.requireFew("contents", contents.size());
        Map<List<Object>, OptionalInt> rows = new LinkedHashMap<>();
        for (int i = 0; i < contents.size(); i++) {
            String type = NamedTypes.of(
                    snapshot,
                    "contents[%d].type".formatted(i),
                    required(contents, i, "type", JsonNode::isString).stringValue());
            String id = required(contents, i, "id", any -> true).toString();
            OptionalLong number = WholeNumber.parse("contents[%d].id".formatted(i), id);
            // numbers that no content can have are told apart by their digits
            Object which = number.isPresent() ? number.getAsLong() : id;
            rows.putIfAbsent(List.of(type, which), ContentRows.of(snapshot, type, number));
        }
        return List.copyOf(rows.values());
    }

    private static JsonNode required(List<JsonNode> contents, int place, String name, Predicate<JsonNode> fits) {
        JsonNode value = contents.get(place).path(name);
        if (value.isMissingNode() || !fits.test(value)) {
            throw ApiException.of(
                    ProblemKind.UNEXPECTED_JSON,
                    "contents[%d]: found no %s, expected {\"type\": \"article\", \"id\": 167}".formatted(place, name));
        }
        return value;
    }

    private static TaughtLevels levels(JsonFields fields) {
        Set<Stage> stages = EnumSet.noneOf(Stage.class);
        if (fields.value("levels") != null) {
            fields.list("levels")
                    .forEach(level -> stages.add(Filters.stage("levels", JsonFields.string("levels", level))));
        }
        return TaughtLevels.of(stages);
    }
}
