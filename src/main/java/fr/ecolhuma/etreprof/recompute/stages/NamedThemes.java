package fr.ecolhuma.etreprof.recompute.stages;

import fr.ecolhuma.etreprof.domain.Taxonomy;
import fr.ecolhuma.etreprof.domain.Theme;
import fr.ecolhuma.etreprof.ingestion.row.Content;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Themes that the topics file names, by id, code or label. */
final class NamedThemes {

    private final Taxonomy taxonomy = Taxonomy.load();
    private final Map<String, Integer> ids = taxonomy.themeIdsByName();

    /** The id of the theme that the topics file names, or null. */
    @Nullable
    Integer of(Content content) {
        String topic = content.topic();
        return topic == null ? null : ids.get(topic.toLowerCase(Locale.ROOT));
    }

    /** The id of the theme that the topics file names, else of the likely theme if there is a text, else -1. */
    int of(Content content, @Nullable Theme likely) {
        Integer named = of(content);
        if (named != null) {
            return named;
        }
        return likely == null || !hasText(content) ? taxonomy.outlier().id() : likely.id();
    }

    /** Whether a content has more than a title. */
    static boolean hasText(Content content) {
        String markdown = content.markdown();
        return markdown != null && !markdown.isBlank();
    }
}
