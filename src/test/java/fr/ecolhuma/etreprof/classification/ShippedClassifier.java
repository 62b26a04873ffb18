package fr.ecolhuma.etreprof.classification;

import fr.ecolhuma.etreprof.classification.embedding.Embedder;
import fr.ecolhuma.etreprof.classification.serving.ContentClassifier;
import fr.ecolhuma.etreprof.classification.training.ClassifierRenewal;
import java.util.List;

/** The classifier of the shipped texts and lexicon alone, trained once for all tests. */
public final class ShippedClassifier {

    private static final ContentClassifier CLASSIFIER = ClassifierRenewal.renewed(List.of(), null, 2, Embedder.none());

    private ShippedClassifier() {}

    public static ContentClassifier get() {
        return CLASSIFIER;
    }
}
