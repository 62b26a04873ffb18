package fr.ecolhuma.etreprof.classification.linear;

import fr.ecolhuma.etreprof.classification.text.Word;
import java.util.List;
import java.util.concurrent.ExecutorService;

/**
 * A vocabulary and the labels learnt over it.
 *
 * @param vocabulary the known features
 * @param model the labels' scores
 * @param characters whether runs of characters are features
 */
public record Head(Vocabulary vocabulary, LinearModel model, boolean characters) {

    /**
     * The settings of learning.
     *
     * @param vocabulary the features to keep
     * @param model how closely to fit
     * @param characters whether runs of characters are features
     */
    public record Settings(Vocabulary.Settings vocabulary, LinearModel.Settings model, boolean characters) {}

    public static Head fit(List<AnalyzedText> texts, Settings settings, ExecutorService executor) {
        return fit(texts, settings.vocabulary(), settings.characters(), List.of(settings.model()), executor)
                .getFirst();
    }

    /** One head per way to learn, all over the same vocabulary. */
    public static List<Head> fit(
            List<AnalyzedText> texts,
            Vocabulary.Settings kept,
            boolean characters,
            List<LinearModel.Settings> models,
            ExecutorService executor) {
        List<TermWeights> documents = texts.stream().map(AnalyzedText::terms).toList();
        Vocabulary vocabulary = Vocabulary.fit(documents, kept);
        List<SparseVector> vectors = documents.stream().map(vocabulary::vector).toList();
        List<LabelledText> labelled = texts.stream().map(AnalyzedText::text).toList();
        return models.stream()
                .map(model -> LinearModel.fit(vectors, labelled, vocabulary.size(), model, executor))
                .map(model -> new Head(vocabulary, model, characters))
                .toList();
    }

    /** A text as numbers, with its features in the order of their first uses. */
    public SparseVector vector(TextTerms text) {
        return vocabulary.vectorInOrder(characters ? text.terms().withRuns(Terms::runs) : text.terms());
    }

    /** How many known words, pairs and runs a vector has; the dimensions of the text's vector are none. */
    public int knownTerms(SparseVector vector) {
        return vocabulary.terms(vector).size();
    }

    /** The score of each label in log-odds. */
    public double[] scores(List<Word> words) {
        return scores(TermWeights.of(Terms.of(words, characters)));
    }

    /** The score of each label in log-odds, for the features of a document. */
    public double[] scores(TermWeights terms) {
        return model.scores(vocabulary.vector(terms));
    }
}
