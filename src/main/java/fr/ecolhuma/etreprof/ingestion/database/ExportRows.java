package fr.ecolhuma.etreprof.ingestion.database;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Which rows of a database an export is. */
sealed interface ExportRows {

    String TABLE = "table";
    String QUERY = "query";

    /** The whole of a table, its name with or without a schema. */
    record OfTable(String table) implements ExportRows {}

    /** The result of a query. */
    record OfQuery(String query) implements ExportRows {}

    Pattern END = Pattern.compile("[;\\s]+$");

    /** The rows that an address names. */
    static ExportRows of(String role, AddressParts address) {
        String table = address.parameters().getOrDefault(TABLE, "").strip();
        String query = END.matcher(address.parameters().getOrDefault(QUERY, "")).replaceFirst("");
        if (table.isEmpty() == query.isBlank()) {
            throw AddressParts.refused(
                    role, "names no rows, or two kinds; expected ?table=schema.name or ?query=SELECT…, one of them");
        }
        return query.isBlank() ? new OfTable(table) : new OfQuery(query);
    }

    /**
     * The query that reads them.
     *
     * @param quote the sign around names
     */
    default String sql(String quote) {
        return switch (this) {
            case OfQuery(String query) -> query;
            case OfTable(String table) ->
                Arrays.stream(table.split("\\.", 2))
                        .map(part -> quote + part.replace(quote, quote + quote) + quote)
                        .collect(Collectors.joining(".", "SELECT * FROM ", ""));
        };
    }

    /** What messages call them. */
    default String label(String role) {
        return switch (this) {
            case OfQuery _ -> role + " query";
            case OfTable(String table) -> table;
        };
    }
}
