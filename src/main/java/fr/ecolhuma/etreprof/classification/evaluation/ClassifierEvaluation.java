package fr.ecolhuma.etreprof.classification.evaluation;

import fr.ecolhuma.etreprof.classification.judging.LabelFigures;
import fr.ecolhuma.etreprof.classification.judging.Measures;
import fr.ecolhuma.etreprof.classification.linear.ClassifierException;
import fr.ecolhuma.etreprof.classification.linear.Head;
import fr.ecolhuma.etreprof.classification.linear.LabelledText;
import fr.ecolhuma.etreprof.classification.training.LabelledFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Trains the generic learner on one file of labelled texts and judges it on another; it takes any set of labels. */
public final class ClassifierEvaluation {

    /**
     * The results on the test file.
     *
     * @param accuracy the share of right answers, 0 to 1
     * @param macroF1 the plain mean of F1 over the labels carried or answered in the test file
     * @param ece expected calibration error over ten equal ranges of confidence, 0 to 1
     * @param perLabel by label; a label that the training file lacks cannot be answered
     * @param fitMs from the training texts to the model, including the choice of settings, in milliseconds
     * @param predictUsPerDoc mean time from a text to its answer on one thread, in microseconds
     * @param chosen the settings that were best on the training file
     * @param rows how many texts were read and matched
     */
    public record Report(
            double accuracy,
            double macroF1,
            double ece,
            SortedMap<String, LabelFigures> perLabel,
            long fitMs,
            double predictUsPerDoc,
            Chosen chosen,
            Rows rows) {

        public Report {
            perLabel = Collections.unmodifiableSortedMap(new TreeMap<>(perLabel));
        }
    }

    /**
     * The settings that cross-validation on the training file chose.
     *
     * @param cost of an error; a higher one fits closer
     * @param titleWeight the weight of the title relative to the text
     * @param macroF1 on held-out texts of the training file
     */
    public record Chosen(double cost, double titleWeight, double macroF1) {}

    /**
     * The texts of both files.
     *
     * @param train of the training file
     * @param test of the test file
     * @param matched of the test file, with a label that the training file has
     */
    public record Rows(int train, int test, int matched) {}

    private static final double NANOS_PER_MICRO = 1e3;

    private ClassifierEvaluation() {}

    /**
     * Learns from the training file alone, at the settings chosen by cross-validation on it, and answers the test file.
     *
     * @param train JSONL or JSONL.gz, one {@code {"id", "label", "text"}} per line, at least two labels
     * @param test the same; a label unknown to the training file counts as a wrong answer
     * @param threads at least 1; only the times depend on them
     * @throws ClassifierException if a file cannot be used; names the file and the line
     */
    public static Report evaluate(Path train, Path test, int threads) {
        List<LabelledText> known = LabelledFile.read(train);
        List<LabelledText> unseen = LabelledFile.read(test);
        requireTwoLabels(train, known);
        try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
            long start = System.nanoTime();
            SoftmaxClassifier classifier = SoftmaxClassifier.fit(known, executor);
            long fitMs = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
            return report(classifier, unseen, fitMs, rows(known, unseen));
        }
    }

    private static Rows rows(List<LabelledText> train, List<LabelledText> test) {
        Set<List<String>> labels = train.stream().map(LabelledText::labels).collect(Collectors.toSet());
        long matched =
                test.stream().filter(text -> labels.contains(text.labels())).count();
        return new Rows(train.size(), test.size(), (int) matched);
    }

    private static void requireTwoLabels(Path train, List<LabelledText> texts) {
        List<String> labels =
                texts.stream().map(text -> text.labels().getFirst()).distinct().toList();
        if (labels.size() < 2) {
            throw new ClassifierException("%s: found only the label '%s', expected at least two labels"
                    .formatted(train.getFileName(), labels.getFirst()));
        }
    }

    private static Report report(SoftmaxClassifier classifier, List<LabelledText> texts, long fitMs, Rows rows) {
        List<String> truth =
                texts.stream().map(text -> text.labels().getFirst()).toList();
        List<String> answers = new ArrayList<>();
        double[] confidences = new double[texts.size()];
        boolean[] right = new boolean[texts.size()];
        int hits = 0;
        long start = System.nanoTime();
        for (int i = 0; i < confidences.length; i++) {
            SoftmaxClassifier.Answer answer = classifier.answer(texts.get(i).text());
            answers.add(answer.label());
            confidences[i] = answer.confidence();
            right[i] = answer.label().equals(truth.get(i));
            hits += right[i] ? 1 : 0;
        }
        double micros = (System.nanoTime() - start) / NANOS_PER_MICRO;
        SortedMap<String, LabelFigures> perLabel = LabelFigures.of(truth, answers);
        return new Report(
                Measures.share(hits, texts.size()),
                LabelFigures.macroF1(perLabel),
                Measures.calibrationError(confidences, right),
                perLabel,
                fitMs,
                micros / texts.size(),
                chosen(classifier.choice()),
                rows);
    }

    private static Chosen chosen(SettingsSearch.Choice choice) {
        Head.Settings settings = choice.settings();
        return new Chosen(settings.model().cost(), settings.vocabulary().titleWeight(), choice.macroF1());
    }
}
