package fr.ecolhuma.etreprof.ingestion.warehouse;

import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/**
 * A table as BigQuery describes it.
 *
 * @param kind {@code TABLE}, {@code VIEW}, {@code EXTERNAL} or another
 * @param changed the time of its last change, in milliseconds since 1970
 * @param rows how many it has; -1 for a view
 * @param columns in its order
 */
public record TableState(String kind, long changed, long rows, List<Column> columns) {

    /**
     * A column.
     *
     * @param name as the table has it
     * @param type of its cells; {@code JSON} also for those that are lists or records
     */
    public record Column(String name, String type) {

        /** The cell of a row {@code t} as a text, in SQL; times are in UTC. */
        public String text() {
            String cell = "t.`" + name + '`';
            return switch (type) {
                case "STRING" -> cell;
                case "TIMESTAMP" -> "FORMAT_TIMESTAMP('%F %H:%M:%E*S', " + cell + ", 'UTC')";
                case "BYTES" -> "SAFE_CONVERT_BYTES_TO_STRING(" + cell + ')';
                case "INTEGER",
                        "INT64",
                        "FLOAT",
                        "FLOAT64",
                        "NUMERIC",
                        "BIGNUMERIC",
                        "BOOLEAN",
                        "BOOL",
                        "DATE",
                        "DATETIME" -> "CAST(" + cell + " AS STRING)";
                default -> "TO_JSON_STRING(" + cell + ')';
            };
        }
    }

    public TableState {
        columns = List.copyOf(columns);
    }

    static TableState of(JsonNode table) {
        return new TableState(
                table.path("type").asString("TABLE"),
                number(table, "lastModifiedTime"),
                number(table, "numRows"),
                table.path("schema")
                        .path("fields")
                        .valueStream()
                        .map(TableState::column)
                        .toList());
    }

    /** Numbers are texts there. */
    private static long number(JsonNode table, String field) {
        return table.path(field).asLong(-1);
    }

    private static Column column(JsonNode field) {
        boolean many = field.path("mode").asString("").equals("REPEATED");
        return new Column(
                field.path("name").asString(""),
                many ? "JSON" : field.path("type").asString("").toUpperCase(Locale.ROOT));
    }

    /** Whether the state of an instant can be asked for. */
    boolean hasPast() {
        return kind.equals("TABLE");
    }
}
