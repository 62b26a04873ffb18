package fr.ecolhuma.etreprof.recompute.stages;

import fr.ecolhuma.etreprof.classification.embedding.Embedder;
import fr.ecolhuma.etreprof.classification.linear.SparseVector;
import fr.ecolhuma.etreprof.classification.linear.TermReader;
import fr.ecolhuma.etreprof.classification.serving.ContentClassifier;
import fr.ecolhuma.etreprof.classification.serving.ThemedText;
import fr.ecolhuma.etreprof.classification.training.ClassifierRenewal;
import fr.ecolhuma.etreprof.classification.training.LabelledContent;
import fr.ecolhuma.etreprof.domain.Defi;
import fr.ecolhuma.etreprof.domain.Taxonomy;
import fr.ecolhuma.etreprof.ingestion.row.Content;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The themes of contents, and the classifier that knows them.
 *
 * @param classifier renewed with all labels of the export
 * @param ids one theme id per content, -1 for none: from the topics file, else from the classifier
 * @param terms one vector per content in the terms of the classifier; of the title only when there is no text
 * @param continued whether the classifier is the live one, and another would have been learnt without that
 */
public record ContentThemes(
        ContentClassifier classifier, List<Integer> ids, List<SparseVector> terms, boolean continued) {

    public ContentThemes {
        ids = List.copyOf(ids);
        terms = List.copyOf(terms);
    }

    /**
     * Renews the classifier and classifies every content; each text is read once.
     *
     * @param labelled texts labelled by hand; where one has the text of a content, its label counts
     * @param live the live classifier, or null
     * @param threads at least 1; the result does not depend on them
     * @param embedder gives the texts vectors
     */
    public static ContentThemes learn(
            List<Content> contents,
            List<LabelledContent> labelled,
            @Nullable ContentClassifier live,
            int threads,
            Embedder embedder) {
        NamedThemes named = new NamedThemes();
        TermReader reader = TermReader.shipped(embedder);
        List<LabelledContent> own = Stream.concat(labelled.stream(), labelled(contents, named).stream())
                .toList();
        ClassifierRenewal.Renewal renewal = ClassifierRenewal.renewal(own, live, threads, reader);
        ContentClassifier classifier = renewal.classifier();
        List<ThemedText> texts = Pool.run(
                threads,
                () -> contents.parallelStream()
                        .map(content -> classifier.themed(reader.read(text(content))))
                        .toList());
        return new ContentThemes(
                classifier,
                IntStream.range(0, texts.size())
                        .mapToObj(i -> named.of(contents.get(i), texts.get(i).theme()))
                        .toList(),
                texts.stream().map(ThemedText::terms).toList(),
                renewal.continued());
    }

    /**
     * One theme id per content without training: from the topics file, else from the classifier.
     *
     * @param classifier classifies texts whose theme is not named; null leaves these texts without a theme
     */
    static List<Integer> known(List<Content> contents, @Nullable ContentClassifier classifier, int threads) {
        NamedThemes named = new NamedThemes();
        if (classifier == null) {
            return contents.stream().map(content -> named.of(content, null)).toList();
        }
        TermReader reader = TermReader.shipped(classifier.embedder());
        return Pool.run(
                threads,
                () -> contents.parallelStream()
                        .map(content -> known(content, named, classifier, reader))
                        .toList());
    }

    private static int known(Content content, NamedThemes named, ContentClassifier classifier, TermReader reader) {
        if (named.of(content) != null || !NamedThemes.hasText(content)) {
            return named.of(content, null);
        }
        return named.of(content, classifier.themed(reader.read(text(content))).theme());
    }

    private static String text(Content content) {
        String markdown = content.markdown();
        return LabelledContent.markdown(content.title(), markdown == null ? "" : markdown);
    }

    /** The labels of the export's contents with a text; the défis of a content without any flag are unknown. */
    private static List<LabelledContent> labelled(List<Content> contents, NamedThemes named) {
        return contents.stream()
                .filter(NamedThemes::hasText)
                .map(content -> labelled(content, named.of(content)))
                .filter(content -> content.theme() != null || content.defis() != null)
                .toList();
    }

    private static LabelledContent labelled(Content content, @Nullable Integer theme) {
        Taxonomy taxonomy = Taxonomy.load();
        List<String> defis = taxonomy.defisOfColumns(content.flags()).stream()
                .map(Defi::code)
                .toList();
        return new LabelledContent(
                content.key().toString(),
                content.title(),
                String.valueOf(content.markdown()),
                theme == null ? null : taxonomy.theme(theme).code(),
                defis.isEmpty() ? null : defis);
    }
}
