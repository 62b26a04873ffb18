package fr.ecolhuma.etreprof.classification.judging;

import fr.ecolhuma.etreprof.classification.linear.AnalyzedText;
import fr.ecolhuma.etreprof.classification.linear.Head;
import fr.ecolhuma.etreprof.classification.linear.LabelledText;
import fr.ecolhuma.etreprof.classification.linear.LinearModel;
import fr.ecolhuma.etreprof.classification.linear.SparseVector;
import fr.ecolhuma.etreprof.classification.linear.TermWeights;
import fr.ecolhuma.etreprof.classification.linear.Vocabulary;
import fr.ecolhuma.etreprof.classification.linear.WarmStart;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Scores of contents by models that have not seen them.
 *
 * @param labels of the scores, ascending
 * @param texts the contents
 * @param scores one row per content, one score per label
 */
public record HeldOut(List<String> labels, List<LabelledText> texts, List<double[]> scores) {

    public HeldOut {
        labels = List.copyOf(labels);
        texts = List.copyOf(texts);
        scores = List.copyOf(scores);
    }

    /**
     * A head, and the scores that heads of its kind gave to contents they had not seen. Terms and their idf are counted
     * once, over all texts: this needs no label.
     */
    public record Fit(Head head, HeldOut heldOut) {}

    /** Contents to judge, and phrases that every fold learns from. */
    public static Fit fit(
            List<AnalyzedText> contents,
            List<AnalyzedText> phrases,
            List<String> labels,
            Head.Settings settings,
            ExecutorService executor) {
        List<AnalyzedText> all = new ArrayList<>(contents);
        all.addAll(phrases);
        List<TermWeights> documents = all.stream().map(AnalyzedText::terms).toList();
        Vocabulary vocabulary = Vocabulary.fit(documents, settings.vocabulary());
        Learner learner = new Learner(
                all.stream().map(AnalyzedText::text).toList(),
                documents.stream().map(vocabulary::vector).toList(),
                vocabulary.size(),
                settings.model(),
                WarmStart.cold(documents.size()),
                executor);
        Head head = new Head(vocabulary, learner.learnAll(), settings.characters());
        return new Fit(head, learner.heldOut(Folds.deal(contents), labels));
    }

    public int size() {
        return texts.size();
    }

    /** Texts and their vectors; each fold learns from a part of them. */
    private record Learner(
            List<LabelledText> texts,
            List<SparseVector> vectors,
            int features,
            LinearModel.Settings settings,
            WarmStart start,
            ExecutorService executor) {

        LinearModel learnAll() {
            return LinearModel.fit(vectors, texts, features, settings, start, executor);
        }

        LinearModel learn(IntPredicate part) {
            int[] chosen = IntStream.range(0, texts.size()).filter(part).toArray();
            return LinearModel.fit(
                    Arrays.stream(chosen).mapToObj(vectors::get).toList(),
                    Arrays.stream(chosen).mapToObj(texts::get).toList(),
                    features,
                    settings,
                    start.with(chosen),
                    executor);
        }

        HeldOut heldOut(int[] foldOf, List<String> labels) {
            List<double[]> scores = new ArrayList<>();
            List<LinearModel> models = IntStream.range(0, Folds.COUNT)
                    .mapToObj(fold -> learn(i -> i >= foldOf.length || foldOf[i] != fold))
                    .toList();
            for (int i = 0; i < foldOf.length; i++) {
                scores.add(Folds.ordered(models.get(foldOf[i]), vectors.get(i), labels));
            }
            return new HeldOut(labels, texts.subList(0, foldOf.length), scores);
        }
    }
}
