package fr.ecolhuma.etreprof.recompute;

import fr.ecolhuma.etreprof.classification.Taxonomy;
import fr.ecolhuma.etreprof.features.Content;
import fr.ecolhuma.etreprof.features.ThemeAssigner;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Themes as the topics file names them: by id, code or label. */
final class ExportedThemes implements ThemeAssigner {

    private final int count;
    private final Map<String, Integer> ids;
    private final int unknown;

    ExportedThemes(Taxonomy taxonomy) {
        count = taxonomy.themes().size();
        ids = taxonomy.themeIdsByName();
        unknown = taxonomy.outlier().id();
    }

    @Override
    public int count() {
        return count;
    }

    @Override
    public int[] themesOf(List<Content> contents) {
        return contents.stream().mapToInt(this::themeOf).toArray();
    }

    private int themeOf(Content content) {
        String topic = content.topic();
        return topic == null ? unknown : ids.getOrDefault(topic.toLowerCase(Locale.ROOT), unknown);
    }
}
