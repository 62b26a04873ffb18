package fr.ecolhuma.etreprof.classification.training;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A content whose labels are known.
 *
 * @param id names it in messages
 * @param title may be empty
 * @param text markdown; may be empty
 * @param theme code of its theme, or null when unknown
 * @param defis codes of its défis, or null when unknown; empty when it has none
 */
public record LabelledContent(
        String id,
        String title,
        String text,
        @Nullable String theme,
        @Nullable List<String> defis) {

    public LabelledContent {
        defis = defis == null ? null : List.copyOf(defis);
    }

    /** The title as a heading, and the text. */
    String markdown() {
        return markdown(title, text);
    }

    /** A title as a heading, and a text. */
    public static String markdown(String title, String text) {
        return title.isBlank() ? text : "# " + title.strip() + "\n\n" + text;
    }
}
