package fr.ecolhuma.etreprof.recompute.training;

import fr.ecolhuma.etreprof.classification.linear.SparseVector;
import fr.ecolhuma.etreprof.classification.serving.ContentClassifier;
import fr.ecolhuma.etreprof.classification.training.LabelledContent;
import fr.ecolhuma.etreprof.ingestion.row.Content;
import java.util.List;

/** The texts of contents in the terms that a classifier tells themes by. */
final class ContentTexts {

    private ContentTexts() {}

    /** One vector a content, in their order; of the title alone where there is no text. */
    static List<SparseVector> terms(List<Content> contents, ContentClassifier classifier, int threads) {
        return Pool.run(
                threads,
                () -> contents.parallelStream()
                        .map(content -> classifier.terms(text(content)))
                        .toList());
    }

    private static String text(Content content) {
        String markdown = content.markdown();
        return LabelledContent.markdown(content.title(), markdown == null ? "" : markdown);
    }
}
