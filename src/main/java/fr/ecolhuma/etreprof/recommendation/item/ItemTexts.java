package fr.ecolhuma.etreprof.recommendation.item;

import fr.ecolhuma.etreprof.ingestion.cell.Ids;
import fr.ecolhuma.etreprof.ingestion.file.ExportException;
import fr.ecolhuma.etreprof.ingestion.source.RowFile;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The data of a file about items: the words of the title, the words of the text, and the values of every other column,
 * such as type and tags. These are three spaces, so that a long text cannot drown a tag.
 */
public final class ItemTexts {

    /** The spaces; in each of them, an item has terms with their numbers of occurrences. */
    enum Space {
        TITLE,
        TEXT,
        TAGS
    }

    private static final List<String> IDS = List.of("id", "item", "item_id", "content_id");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern BETWEEN_TAGS = Pattern.compile("[|;,\\[\\]{}\"']+");

    /**
     * The outcome of the rows of a file about items.
     *
     * @param rows all rows
     * @param matched rows of items with a training row
     * @param items different items of these rows
     */
    public record Counts(int rows, int matched, int items) {}

    private final Names items;
    private final BitSet matchedItems = new BitSet();
    private int rows;
    private int matched;
    private final Map<Space, Map<Integer, SortedMap<String, Integer>>> terms = new HashMap<>();

    private ItemTexts(Names items) {
        this.items = items;
        for (Space space : Space.values()) {
            terms.put(space, new HashMap<>());
        }
    }

    /**
     * Reads a file's data about these items; rows of other items are skipped, rows of the same item add up.
     *
     * @throws ExportException if no row is about one of these items
     */
    public static ItemTexts read(Path path, Names items) {
        ItemTexts texts = new ItemTexts(items);
        RowFile.read(path, "items", texts::read);
        if (texts.matched == 0) {
            throw new ExportException(("%s: found %d rows, none of them with the id of an item of the training rows; "
                            + "expected ids as these have them")
                    .formatted(path.getFileName(), texts.rows));
        }
        return texts;
    }

    public Counts counts() {
        return new Counts(rows, matched, matchedItems.cardinality());
    }

    private void read(RowFile file) {
        String id = idOf(file);
        while (file.next()) {
            String name = file.get(id);
            int item = name == null ? -1 : items.find(Ids.name(name));
            rows++;
            if (item >= 0) {
                matched++;
                matchedItems.set(item);
                file.columns().stream()
                        .filter(column -> !column.equals(id))
                        .forEach(column -> add(item, column.toLowerCase(Locale.ROOT), file.get(column)));
            }
        }
    }

    private static String idOf(RowFile file) {
        return IDS.stream()
                .flatMap(name -> file.columns().stream().filter(name::equalsIgnoreCase))
                .findFirst()
                .orElseThrow(() -> new ExportException("%s, line 1: found the columns %s, expected one named 'id'"
                        .formatted(
                                file.name(),
                                String.join(
                                        ", ", file.columns().stream().limit(20).toList()))));
    }

    private void add(int item, String column, @Nullable String cell) {
        if (cell == null) {
            return;
        }
        String plain = MARKS.matcher(Normalizer.normalize(cell, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        switch (column) {
            case "title" -> addAll(Space.TITLE, item, "", NO_WORD.split(plain));
            case "markdown", "text", "description" -> addAll(Space.TEXT, item, "", NO_WORD.split(plain));
            default -> addAll(Space.TAGS, item, column + "=", BETWEEN_TAGS.split(plain));
        }
    }

    private void addAll(Space space, int item, String prefix, String[] found) {
        SortedMap<String, Integer> counts = of(space).computeIfAbsent(item, unseen -> new TreeMap<>());
        for (String term : found) {
            if (!term.isBlank()) {
                counts.merge(prefix + term.strip(), 1, Integer::sum);
            }
        }
    }

    /** The terms of a space by item. */
    Map<Integer, SortedMap<String, Integer>> of(Space space) {
        return terms.getOrDefault(space, Map.of());
    }
}
