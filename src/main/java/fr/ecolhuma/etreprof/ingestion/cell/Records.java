package fr.ecolhuma.etreprof.ingestion.cell;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One object, alone or the first of a list, as {@link TextLists} are written: the texts and numbers that it has by name. */
public final class Records {

    private Records() {}

    /** The object's texts by name; none for an empty list. */
    public static CellValue<Map<String, String>> read(@Nullable String cell) {
        return Texts.read(cell).then(text -> record(Literal.of(TextLists.unescaped(text)), true));
    }

    private static CellValue<Map<String, String>> record(@Nullable Literal value, boolean outermost) {
        if (value == null) {
            return CellValue.notUnderstood();
        }
        return switch (value) {
            case Literal.Entries object -> CellValue.of(texts(object.entries()));
            case Literal.Items list -> outermost ? first(list.items()) : CellValue.notUnderstood();
            case Literal.Text text -> outermost ? inner(text.text()) : CellValue.notUnderstood();
            case Literal.Nothing nothing -> CellValue.of(Map.of());
            case Literal.Scalar plain -> CellValue.notUnderstood();
        };
    }

    /** An object inside a text; any other text is none. */
    private static CellValue<Map<String, String>> inner(String text) {
        return TextLists.isOpening(text) ? record(Literal.of(text), true) : CellValue.notUnderstood();
    }

    private static CellValue<Map<String, String>> first(List<Literal> items) {
        return items.isEmpty() ? CellValue.of(Map.of()) : record(items.getFirst(), false);
    }

    private static Map<String, String> texts(Map<String, Literal> entries) {
        Map<String, String> texts = new HashMap<>();
        entries.forEach((name, value) -> {
            String text = value.asText();
            if (text != null) {
                texts.put(name, text);
            }
        });
        return Map.copyOf(texts);
    }
}
