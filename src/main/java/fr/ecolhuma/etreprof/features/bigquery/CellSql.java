package fr.ecolhuma.etreprof.features.bigquery;

import fr.ecolhuma.etreprof.features.engine.Sql;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes out the readings of cells, each the text of a file: a query that only reads cannot define functions in every project,
 * and a persistent one would need rights to write.
 */
final class CellSql {

    /** Such as {@code {bare:user_text}}. */
    private static final Pattern READING = Pattern.compile("\\{(\\w+):(\\w+)}");

    private static final Map<String, String> FILES = Map.of(
            "bare", "bare_cell",
            "stem", "stem",
            "id", "id",
            "key", "key_text",
            "nothing", "says_nothing");

    private CellSql() {}

    /** The text of {@code sql/bigquery/<name>.sql} with its readings written out. */
    static String text(String name) {
        Matcher readings = READING.matcher(Sql.text("bigquery/" + name));
        return readings.replaceAll(one ->
                Matcher.quoteReplacement(Sql.text("bigquery/" + FILES.getOrDefault(one.group(1), one.group(1)))
                        .strip()
                        .replace("{cell}", one.group(2))));
    }
}
