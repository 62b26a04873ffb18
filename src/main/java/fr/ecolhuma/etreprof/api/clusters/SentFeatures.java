package fr.ecolhuma.etreprof.api.clusters;

import fr.ecolhuma.etreprof.api.request.ApiException;
import fr.ecolhuma.etreprof.api.request.JsonBody;
import fr.ecolhuma.etreprof.api.request.ProblemKind;
import fr.ecolhuma.etreprof.api.request.Shown;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The counts that a caller sent: one object of features, or a list of such objects.
 *
 * @param isList whether the caller sent a list
 * @param rows the objects, in the order sent
 */
record SentFeatures(boolean isList, List<Row> rows) {

    /** One object; {@code counts} has one number per column, 0 for missing ones. */
    static final class Row {

        private final int[] counts;
        private final List<String> missing;

        private Row(int[] counts, List<String> missing) {
            this.counts = counts;
            this.missing = List.copyOf(missing);
        }

        int[] counts() {
            return counts.clone();
        }

        List<String> missing() {
            return missing;
        }
    }

    /** The most sets of counts in one request. */
    static final int MOST_ROWS = 10_000;

    private static final String EXPECTED =
            "expected {\"nb_opened_mail\": 12, …} with counts by feature, or a list of 1 to %d such objects"
                    .formatted(MOST_ROWS);

    private static final BigDecimal MOST = BigDecimal.valueOf(Integer.MAX_VALUE);

    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    /**
     * Reads a body.
     *
     * @param columns the known features
     * @throws ApiException 400 if it is not such JSON, names an unknown feature, or has a value that is not a whole
     *
     *     *     number from 0
     */
    static SentFeatures of(List<String> columns, byte[] body) {
        JsonNode tree = tree(body);
        if (!tree.isArray()) {
            return new SentFeatures(false, List.of(row(columns, tree, "")));
        }
        if (tree.isEmpty() || tree.size() > MOST_ROWS) {
            throw ApiException.of(ProblemKind.OUT_OF_RANGE, "found a list of %d, %s".formatted(tree.size(), EXPECTED));
        }
        List<Row> rows = new ArrayList<>(tree.size());
        for (int i = 0; i < tree.size(); i++) {
            rows.add(row(columns, tree.get(i), "[%d]".formatted(i)));
        }
        return new SentFeatures(true, List.copyOf(rows));
    }

    private static JsonNode tree(byte[] body) {
        try {
            return STRICT.readTree(body);
        } catch (NumberFormatException e) {
            throw ApiException.of(ProblemKind.OUT_OF_RANGE, "found a number that is too large, " + EXPECTED);
        } catch (JacksonException e) {
            throw ApiException.of(
                            ProblemKind.BROKEN_JSON,
                            "found broken JSON or a feature given twice in line %d, %s"
                                    .formatted(JsonBody.line(e), EXPECTED))
                    .value("line", JsonBody.line(e));
        }
    }

    /** @param place its place in the list, for messages; empty for a single object */
    private static Row row(List<String> columns, JsonNode object, String place) {
        if (!object.isObject() || object.isEmpty()) {
            String found = object.isObject() ? "no feature" : Shown.of(object.toString());
            throw ApiException.of(
                    ProblemKind.UNEXPECTED_JSON, "%sfound %s, %s".formatted(prefix(place, ": "), found, EXPECTED));
        }
        for (String name : object.propertyNames()) {
            if (!columns.contains(name)) {
                throw ApiException.of(
                        ProblemKind.UNEXPECTED_JSON,
                        "%sfound an unknown feature '%s', expected some of %s"
                                .formatted(prefix(place, ": "), Shown.of(name), String.join(", ", columns)));
            }
        }
        int[] counts = columns.stream()
                .mapToInt(column -> count(object, column, prefix(place, ".") + column))
                .toArray();
        return new Row(
                counts, columns.stream().filter(column -> !object.has(column)).toList());
    }

    private static String prefix(String place, String separator) {
        return place.isEmpty() ? "" : place + separator;
    }

    private static int count(JsonNode object, String column, String name) {
        JsonNode value = object.path(column);
        if (value.isMissingNode()) {
            return 0;
        }
        BigDecimal number = value.isNumber() ? value.decimalValue() : BigDecimal.ONE.negate();
        boolean whole = number.signum() >= 0
                && number.compareTo(MOST) <= 0
                && number.stripTrailingZeros().scale() <= 0;
        if (!whole) {
            throw ApiException.of(
                            ProblemKind.OUT_OF_RANGE,
                            "%s: found %s, expected a whole number from 0 to %d"
                                    .formatted(name, Shown.of(value.toString()), Integer.MAX_VALUE))
                    .value("parameter", name)
                    .value("found", Shown.of(value.toString()))
                    .value("lowest", 0)
                    .value("highest", Integer.MAX_VALUE);
        }
        return number.intValue();
    }
}
