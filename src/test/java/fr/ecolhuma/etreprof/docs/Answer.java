package fr.ecolhuma.etreprof.docs;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.json.JsonMapper;

/**
 * Compares what commands print with the answer that a document shows.
 *
 * <p>{@value #ANY} in an answer stands for anything: for a part of a line or text, for a whole JSON value, for the further
 * elements of a JSON array when it is the last one, and for any lines when it is a line of its own. JSON is compared by
 * value. A number with decimals may differ by one unit of its last decimal, so that documents may round it; no-break spaces
 * count as spaces, since nobody sees them in a document.
 */
final class Answer {

    static final String ANY = "…";

    private static final BigDecimal LEAST_TOLERANCE = new BigDecimal("1e-9");
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private Answer() {}

    /** The first difference, in words; empty where the answer holds. */
    static Optional<String> difference(String expected, String printed, boolean json) {
        try {
            return json
                    ? array(values(expected), values(printed), "value ")
                    : matches(expected.strip(), printed.strip())
                            ? Optional.empty()
                            : Optional.of("the text is another one");
        } catch (JacksonException e) {
            return Optional.of("not JSON: " + e.getOriginalMessage());
        }
    }

    private static List<JsonNode> values(String text) {
        try (MappingIterator<JsonNode> values = MAPPER.readerFor(JsonNode.class).readValues(text)) {
            return values.readAll();
        }
    }

    private static Optional<String> array(List<JsonNode> expected, List<JsonNode> found, String path) {
        boolean open = !expected.isEmpty() && isAny(expected.getLast());
        int size = open ? expected.size() - 1 : expected.size();
        if (open ? found.size() < size : found.size() != size) {
            return Optional.of("%s: found %d elements, expected %d".formatted(path, found.size(), size));
        }
        for (int i = 0; i < size; i++) {
            Optional<String> difference = node(expected.get(i), found.get(i), path + "[" + i + "]");
            if (difference.isPresent()) {
                return difference;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> node(JsonNode expected, JsonNode found, String path) {
        if (isAny(expected)) {
            return Optional.empty();
        }
        if (expected.isObject() && found.isObject()) {
            return object(expected, found, path);
        }
        if (expected.isArray() && found.isArray()) {
            return array(elements(expected), elements(found), path);
        }
        boolean same = expected.isNumber() && found.isNumber()
                ? isNear(expected.decimalValue(), found.decimalValue())
                : expected.isString() && found.isString()
                        ? matches(expected.stringValue(), found.stringValue())
                        : expected.equals(found);
        return same ? Optional.empty() : Optional.of("%s: found %s, expected %s".formatted(path, found, expected));
    }

    private static Optional<String> object(JsonNode expected, JsonNode found, String path) {
        List<String> names = new ArrayList<>(expected.propertyNames());
        if (!found.propertyNames().containsAll(names) || found.size() != names.size()) {
            return Optional.of("%s: found members %s, expected %s".formatted(path, found.propertyNames(), names));
        }
        return names.stream()
                .map(name -> node(expected.get(name), found.get(name), path + "." + name))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static List<JsonNode> elements(JsonNode array) {
        List<JsonNode> elements = new ArrayList<>();
        array.forEach(elements::add);
        return elements;
    }

    private static boolean isAny(JsonNode node) {
        return node.isString() && node.stringValue().equals(ANY);
    }

    private static boolean isNear(BigDecimal expected, BigDecimal found) {
        if (expected.scale() <= 0) {
            return expected.compareTo(found) == 0;
        }
        BigDecimal tolerance = BigDecimal.ONE.movePointLeft(expected.scale()).max(LEAST_TOLERANCE);
        return expected.subtract(found).abs().compareTo(tolerance) <= 0;
    }

    /** Whether a text is as expected, {@link #ANY} being any run of characters within a line, or of lines. */
    private static boolean matches(String expected, String found) {
        StringBuilder pattern = new StringBuilder();
        for (String line : expected.split("\n", -1)) {
            pattern.append(pattern.isEmpty() ? "" : "\n");
            if (line.equals(ANY)) {
                pattern.append("(?s:.*)");
            } else {
                Matcher any = Pattern.compile(ANY).matcher(line);
                int end = 0;
                while (any.find()) {
                    pattern.append(Pattern.quote(line.substring(end, any.start())))
                            .append(".*");
                    end = any.end();
                }
                pattern.append(Pattern.quote(line.substring(end)));
            }
        }
        return Pattern.matches(spaced(pattern.toString()), spaced(found));
    }

    private static String spaced(String text) {
        return text.replace('\u00a0', ' ').replace('\u202f', ' ');
    }
}
