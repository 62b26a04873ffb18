package fr.ecolhuma.etreprof.ingestion.cell;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The table of cells whose readings are worked out by hand; every reader of cells is held against it. */
public final class CellExamples {

    /**
     * A cell and what it says.
     *
     * @param kind how its column is read
     * @param cell as it stands in the file
     * @param reading {@code -} for nothing, {@code ?} for what is not understood, else the value
     */
    public record Example(String kind, String cell, String reading) {}

    /** The years that times of the table may be in. */
    public static final Years YEARS = Years.ofEvents(2025);

    private static final Path FILE = Path.of("src/test/resources/fr/ecolhuma/etreprof/ingestion/cell/cells.txt");
    private static final Pattern LINE = Pattern.compile("(\\w+) «(.*)»(?: (.*))?");
    private static final Pattern CHARACTER = Pattern.compile("\\\\u([0-9a-f]{4})");

    private CellExamples() {}

    /** The cells of some kinds, in the order of the table. */
    public static List<Example> of(String... kinds) throws Exception {
        Set<String> wanted = Set.of(kinds);
        return Files.readAllLines(FILE).stream()
                .filter(line -> !line.startsWith("#"))
                .map(CellExamples::example)
                .filter(example -> wanted.contains(example.kind()))
                .toList();
    }

    private static Example example(String line) {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) {
            throw new IllegalArgumentException("found the line " + line);
        }
        String cell = CHARACTER
                .matcher(parts.group(2))
                .replaceAll(
                        found -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(found.group(1), 16))));
        return new Example(parts.group(1), cell, parts.group(3) == null ? "" : parts.group(3));
    }
}
