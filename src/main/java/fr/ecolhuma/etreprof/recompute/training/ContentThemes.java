package fr.ecolhuma.etreprof.recompute.training;

import fr.ecolhuma.etreprof.classification.serving.ContentClassifier;
import fr.ecolhuma.etreprof.classification.training.ClassifierRenewal;
import fr.ecolhuma.etreprof.classification.training.LabelledContent;
import fr.ecolhuma.etreprof.domain.Defi;
import fr.ecolhuma.etreprof.domain.Taxonomy;
import fr.ecolhuma.etreprof.domain.Theme;
import fr.ecolhuma.etreprof.features.ThemeAssigner;
import fr.ecolhuma.etreprof.ingestion.row.Content;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Themes of contents: as the topics file names them, by id, code or label; elsewhere as a classifier says that has been
 * renewed with all labels of the export.
 */
public final class ContentThemes implements ThemeAssigner {

    private final Taxonomy taxonomy = Taxonomy.load();
    private final Map<String, Integer> ids = taxonomy.themeIdsByName();
    private final @Nullable ContentClassifier live;
    private final int threads;
    private @Nullable ContentClassifier renewed;

    /**
     * Themes by a classifier yet to be renewed.
     *
     * @param live the one that serves, or null
     * @param threads at least 1
     */
    public ContentThemes(@Nullable ContentClassifier live, int threads) {
        this.live = live;
        this.threads = threads;
    }

    /** The classifier that told the themes; themes must have been asked for. */
    public ContentClassifier classifier() {
        return Objects.requireNonNull(renewed);
    }

    @Override
    public int count() {
        return taxonomy.themes().size();
    }

    @Override
    public int[] themesOf(List<Content> contents) {
        ContentClassifier classifier = ClassifierRenewal.renewed(labelled(contents), live, threads);
        renewed = classifier;
        return Pool.run(
                threads,
                () -> IntStream.range(0, contents.size())
                        .parallel()
                        .map(i -> theme(contents.get(i), classifier))
                        .toArray());
    }

    private int theme(Content content, ContentClassifier classifier) {
        Integer told = told(content);
        String markdown = content.markdown();
        if (told != null || markdown == null || markdown.isBlank()) {
            return told == null ? taxonomy.outlier().id() : told;
        }
        Theme theme = classifier
                .classify(LabelledContent.markdown(content.title(), markdown))
                .theme();
        return theme == null ? taxonomy.outlier().id() : theme.id();
    }

    /** The theme's id in the topics file, or null. */
    private @Nullable Integer told(Content content) {
        String topic = content.topic();
        return topic == null ? null : ids.get(topic.toLowerCase(Locale.ROOT));
    }

    /** What the export says of its contents with a text; where no content has a défi, nobody said which have none. */
    private List<LabelledContent> labelled(List<Content> contents) {
        boolean flagged = contents.stream().anyMatch(content -> !content.flags().isEmpty());
        return contents.stream()
                .filter(content ->
                        content.markdown() != null && !content.markdown().isBlank())
                .map(content -> labelled(content, flagged))
                .filter(content -> content.theme() != null || content.defis() != null)
                .toList();
    }

    private LabelledContent labelled(Content content, boolean flagged) {
        Integer theme = told(content);
        List<String> defis = taxonomy.defisOfColumns(content.flags()).stream()
                .map(Defi::code)
                .toList();
        return new LabelledContent(
                content.key().toString(),
                content.title(),
                String.valueOf(content.markdown()),
                theme == null ? null : taxonomy.theme(theme).code(),
                flagged ? defis : null);
    }
}
