package fr.ecolhuma.etreprof.recompute.live;

import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the CSV files for people are written.
 *
 * @param separator the name of what stands between cells
 */
@ConfigurationProperties("etreprof.sheets")
public record SheetSettings(@DefaultValue("semicolon") String separator) {

    private static final Map<String, Character> SEPARATORS =
            new TreeMap<>(Map.of("semicolon", ';', "comma", ',', "tab", '\t'));

    public SheetSettings {
        if (!SEPARATORS.containsKey(separator)) {
            throw new IllegalArgumentException(
                    "ETREPROF_CSV_SEPARATOR: found '%s', expected one of %s".formatted(separator, SEPARATORS.keySet()));
        }
    }

    /** What stands between cells. */
    public char character() {
        return SEPARATORS.getOrDefault(separator, ';');
    }
}
