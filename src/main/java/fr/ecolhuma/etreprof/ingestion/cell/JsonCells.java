package fr.ecolhuma.etreprof.ingestion.cell;

import fr.ecolhuma.etreprof.ingestion.file.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON inside cells; what cannot be read says nothing. */
public final class JsonCells {

    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final Pattern QUOTED = Pattern.compile("'([^']*)'|\"([^\"]*)\"");

    private JsonCells() {}

    /** The texts of a JSON list, stripped; empty when it is null or unreadable. */
    public static List<String> texts(@Nullable String cell) {
        JsonNode list = read(cell);
        if (list == null || !list.isArray()) {
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode node : list) {
            if (node.isString() && !node.asString().isBlank()) {
                texts.add(node.asString().strip());
            }
        }
        return texts;
    }

    /** The one object of a JSON list, or null. */
    public static @Nullable JsonNode object(@Nullable String cell) {
        JsonNode list = read(cell);
        JsonNode first = list != null && list.isArray() && !list.isEmpty() ? list.get(0) : list;
        return first != null && first.isObject() ? first : null;
    }

    /** A text or number of an object, stripped, or null. */
    public static @Nullable String text(@Nullable JsonNode object, String key) {
        JsonNode value = object == null ? null : object.get(key);
        return value == null || !(value.isString() || value.isNumber()) ? null : Table.meaning(value.asString());
    }

    /** The texts of a list as Python prints it, such as {@code ['TPS', 'PS']}. */
    public static List<String> pythonTexts(@Nullable String cell) {
        if (cell == null) {
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        Matcher quoted = QUOTED.matcher(cell);
        while (quoted.find()) {
            String text = quoted.group(1) == null ? quoted.group(2) : quoted.group(1);
            texts.add(text.strip());
        }
        return texts;
    }

    private static @Nullable JsonNode read(@Nullable String cell) {
        if (cell == null) {
            return null;
        }
        try {
            return MAPPER.readTree(cell);
        } catch (JacksonException e) {
            return null;
        }
    }
}
