package fr.ecolhuma.etreprof.api.edge.form;

import fr.ecolhuma.etreprof.csv.SheetWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/**
 * The list of an answer as rows and columns. Columns have the names of the members; members of members are joined by a
 * point, a list of plain values is one cell, and a list of objects has no column.
 */
record Sheet(List<Map<String, JsonNode>> rows) {

    /**
     * The rows of an answer.
     *
     * @param at the JSON pointer of the list
     * @param each the list in each entry whose entries are the rows, or empty
     */
    static Sheet of(JsonNode answer, String at, String each) {
        List<Map<String, JsonNode>> rows = new ArrayList<>();
        JsonNode list = answer.at(at);
        if (list.isObject()) {
            list.forEachEntry((id, entry) -> add(entry, Map.of("id", StringNode.valueOf(id)), each, rows));
        } else {
            list.forEach(entry -> add(entry, Map.of(), each, rows));
        }
        return new Sheet(rows);
    }

    private static void add(
            JsonNode entry, Map<String, JsonNode> first, String each, List<Map<String, JsonNode>> rows) {
        Map<String, JsonNode> row = new LinkedHashMap<>(first);
        flatten(entry, "", row);
        if (each.isEmpty()) {
            rows.add(row);
            return;
        }
        for (JsonNode part : entry.path(each)) {
            Map<String, JsonNode> longer = new LinkedHashMap<>(row);
            flatten(part, "", longer);
            rows.add(longer);
        }
    }

    private static void flatten(JsonNode object, String prefix, Map<String, JsonNode> row) {
        object.forEachEntry((name, value) -> {
            if (value.isObject()) {
                flatten(value, prefix + name + ".", row);
            } else if (!value.isArray()) {
                row.put(prefix + name, value);
            } else if (value.valueStream().noneMatch(JsonNode::isContainer)) {
                row.put(prefix + name, StringNode.valueOf(joined(value)));
            }
        });
    }

    private static String joined(JsonNode list) {
        return list.valueStream().map(one -> one.isNull() ? "" : one.asString()).collect(Collectors.joining(" | "));
    }

    /** The bytes of the file. */
    byte[] csv(char separator) throws IOException {
        Set<String> columns = new LinkedHashSet<>();
        rows.forEach(row -> columns.addAll(row.keySet()));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (SheetWriter csv = new SheetWriter(bytes, separator)) {
            csv.header(List.copyOf(columns));
            for (Map<String, JsonNode> row : rows) {
                for (String column : columns) {
                    write(csv, row.get(column));
                }
                csv.endRow();
            }
        }
        return bytes.toByteArray();
    }

    private static void write(SheetWriter csv, @Nullable JsonNode cell) throws IOException {
        if (cell == null || cell.isNull()) {
            csv.text("");
        } else if (cell.isIntegralNumber()) {
            csv.number(cell.longValue());
        } else if (cell.isNumber()) {
            csv.decimal(cell.doubleValue());
        } else {
            csv.text(cell.asString());
        }
    }
}
