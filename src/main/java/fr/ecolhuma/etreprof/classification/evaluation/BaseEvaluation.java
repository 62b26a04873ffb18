package fr.ecolhuma.etreprof.classification.evaluation;

import fr.ecolhuma.etreprof.classification.embedding.Embedder;
import fr.ecolhuma.etreprof.classification.files.ClassifierFiles;
import fr.ecolhuma.etreprof.classification.judging.LabelFigures;
import fr.ecolhuma.etreprof.classification.judging.Measures;
import fr.ecolhuma.etreprof.classification.linear.ClassifierException;
import fr.ecolhuma.etreprof.classification.serving.Classification;
import fr.ecolhuma.etreprof.classification.serving.ContentClassifier;
import fr.ecolhuma.etreprof.classification.training.ClassifierRenewal;
import fr.ecolhuma.etreprof.classification.training.LabelledContent;
import fr.ecolhuma.etreprof.classification.training.LabelledTexts;
import fr.ecolhuma.etreprof.domain.Defi;
import fr.ecolhuma.etreprof.domain.Theme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Judges the service's own classifier, the shipped one or one in a folder, on texts labelled by hand. */
public final class BaseEvaluation {

    /** The name of the classifier of the shipped texts. */
    public static final String SHIPPED = "shipped";

    /**
     * The results on the test file.
     *
     * @param themes over the texts labelled with a theme, or null without any
     * @param defis over the texts labelled with a défi, or null without any
     */
    public record Report(@Nullable Figures themes, @Nullable Figures defis) {}

    /**
     * The results for one kind of label.
     *
     * @param texts how many texts were judged; those that are too short or in another language count as wrong
     * @param accuracy the share of texts whose likeliest label is theirs
     * @param top2 the share of texts whose label is among the two likeliest
     * @param macroF1 the plain mean of F1 over the labels that texts have, by the likeliest label
     * @param ece expected calibration error of the likeliest label
     * @param answered the share of texts that get an answer
     * @param precision the share of right answers among the answers
     * @param perLabel by label
     */
    public record Figures(
            int texts,
            double accuracy,
            double top2,
            double macroF1,
            double ece,
            double answered,
            double precision,
            SortedMap<String, LabelFigures> perLabel) {

        public Figures {
            perLabel = Collections.unmodifiableSortedMap(new TreeMap<>(perLabel));
        }
    }

    /** One text: the labels that are right, the likeliest ones, surest first, and the answer. */
    private record Judged(
            List<String> right,
            List<String> likely,
            double confidence,
            @Nullable String answer) {

        String best() {
            return likely.isEmpty() ? "no answer" : likely.getFirst();
        }

        boolean hits() {
            return right.contains(best());
        }
    }

    private BaseEvaluation() {}

    /**
     * Judges a classifier.
     *
     * @param base {@value #SHIPPED}, or a folder that {@code train-classifier} wrote
     * @param train texts that the shipped classifier learns first, or null; only with {@value #SHIPPED}
     * @param test JSONL or JSONL.gz, one {@code {"id", "label", "text"}} per line; a label is a theme, a défi or
     *     {@code none}
     * @param threads at least 1; the result does not depend on them
     * @param embedder gives the texts vectors
     * @throws ClassifierException if a file or the folder cannot be used
     */
    public static Report evaluate(String base, @Nullable Path train, Path test, int threads, Embedder embedder) {
        List<LabelledContent> contents = LabelledTexts.read(test);
        ContentClassifier classifier = classifier(base, train, threads, embedder);
        List<Judged> themes = new ArrayList<>();
        List<Judged> defis = new ArrayList<>();
        for (LabelledContent content : contents) {
            Classification answer = classifier.classify(content.text());
            if (content.theme() != null) {
                themes.add(themes(answer, content.theme()));
            }
            if (content.defis() != null && !content.defis().isEmpty()) {
                defis.add(defis(answer, content.defis()));
            }
        }
        return new Report(figures(themes), figures(defis));
    }

    private static ContentClassifier classifier(String base, @Nullable Path train, int threads, Embedder embedder) {
        if (base.equals(SHIPPED)) {
            List<LabelledContent> own = train == null ? List.of() : LabelledTexts.read(train);
            return ClassifierRenewal.renewed(own, null, threads, embedder);
        }
        if (train != null) {
            throw new ClassifierException(
                    "--train: found it with a trained classifier, which learns no more; leave it out, or set --base shipped");
        }
        return ClassifierFiles.read(Path.of(base), embedder);
    }

    private static Judged themes(Classification answer, String theme) {
        Theme answered = answer.theme();
        return new Judged(
                List.of(theme),
                answer.themes().stream().map(likely -> likely.label().code()).toList(),
                answer.confidence(),
                answered == null ? null : answered.code());
    }

    private static Judged defis(Classification answer, List<String> right) {
        Defi answered = answer.defi();
        boolean judged = answer.defis().getFirst().confidence() > 0;
        return new Judged(
                right,
                judged
                        ? answer.defis().stream()
                                .map(likely -> likely.label().code())
                                .toList()
                        : List.of(),
                answer.defis().getFirst().confidence(),
                answered == null ? null : answered.code());
    }

    private static @Nullable Figures figures(List<Judged> judged) {
        if (judged.isEmpty()) {
            return null;
        }
        boolean[] right = new boolean[judged.size()];
        List<String> truth = new ArrayList<>();
        int answered = 0;
        int hits = 0;
        int second = 0;
        for (int i = 0; i < right.length; i++) {
            Judged one = judged.get(i);
            right[i] = one.hits();
            truth.add(one.hits() ? one.best() : one.right().getFirst());
            second += one.likely().stream().limit(2).anyMatch(one.right()::contains) ? 1 : 0;
            answered += one.answer() == null ? 0 : 1;
            hits += one.answer() != null && one.right().contains(one.answer()) ? 1 : 0;
        }
        SortedMap<String, LabelFigures> perLabel =
                LabelFigures.of(truth, judged.stream().map(Judged::best).toList());
        perLabel.keySet().retainAll(truth);
        int all = (int) judged.stream().filter(Judged::hits).count();
        return new Figures(
                right.length,
                Measures.share(all, right.length),
                Measures.share(second, right.length),
                LabelFigures.macroF1(perLabel),
                Measures.calibrationError(
                        judged.stream().mapToDouble(Judged::confidence).toArray(), right),
                Measures.share(answered, right.length),
                Measures.share(hits, answered),
                perLabel);
    }
}
