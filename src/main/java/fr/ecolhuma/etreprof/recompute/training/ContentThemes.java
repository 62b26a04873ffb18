package fr.ecolhuma.etreprof.recompute.training;

import fr.ecolhuma.etreprof.classification.linear.SparseVector;
import fr.ecolhuma.etreprof.classification.linear.TermReader;
import fr.ecolhuma.etreprof.classification.serving.ContentClassifier;
import fr.ecolhuma.etreprof.classification.serving.ThemedText;
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
    private List<SparseVector> terms = List.of();

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

    /** One vector a content in the terms that themes are told by; themes must have been asked for. */
    List<SparseVector> terms() {
        return terms;
    }

    @Override
    public int count() {
        return taxonomy.themes().size();
    }

    @Override
    public int[] themesOf(List<Content> contents) {
        TermReader reader = TermReader.shipped();
        ContentClassifier classifier = ClassifierRenewal.renewed(labelled(contents), live, threads, reader);
        renewed = classifier;
        List<ThemedText> texts = Pool.run(
                threads,
                () -> contents.parallelStream()
                        .map(content -> classifier.themed(reader.read(text(content))))
                        .toList());
        terms = texts.stream().map(ThemedText::terms).toList();
        return IntStream.range(0, contents.size())
                .map(i -> theme(contents.get(i), texts.get(i).theme()))
                .toArray();
    }

    /** Of the title alone where there is no text. */
    private static String text(Content content) {
        String markdown = content.markdown();
        return LabelledContent.markdown(content.title(), markdown == null ? "" : markdown);
    }

    private int theme(Content content, @Nullable Theme likely) {
        Integer told = told(content);
        if (told != null) {
            return told;
        }
        String markdown = content.markdown();
        boolean titleAlone = markdown == null || markdown.isBlank();
        return likely == null || titleAlone ? taxonomy.outlier().id() : likely.id();
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
