package fr.ecolhuma.etreprof.classification.training;

import fr.ecolhuma.etreprof.classification.judging.Calibration;
import fr.ecolhuma.etreprof.classification.judging.Confusion;
import fr.ecolhuma.etreprof.classification.judging.HeldOut;
import fr.ecolhuma.etreprof.classification.judging.LabelFigures;
import fr.ecolhuma.etreprof.classification.judging.Measures;
import fr.ecolhuma.etreprof.classification.judging.ModelCard;
import fr.ecolhuma.etreprof.classification.judging.Reliability;
import fr.ecolhuma.etreprof.classification.linear.AnalyzedText;
import fr.ecolhuma.etreprof.classification.linear.Head;
import fr.ecolhuma.etreprof.classification.linear.LinearModel;
import fr.ecolhuma.etreprof.classification.linear.Vocabulary;
import fr.ecolhuma.etreprof.classification.serving.DefiHead;
import fr.ecolhuma.etreprof.domain.Defi;
import fr.ecolhuma.etreprof.domain.Taxonomy;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.stream.IntStream;

/** Learns each défi on its own; confidence and the common threshold come from held-out contents. */
public final class DefiFit {

    public static final String NONE = "none";
    public static final Head.Settings SETTINGS =
            new Head.Settings(new Vocabulary.Settings(2, 0.5, 60_000, 0.2), new LinearModel.Settings(3, true, 1), true);
    private static final double PRECISION = 0.9;

    private final HeldOut heldOut;
    private final List<Calibration.Line> lines;
    private final int size;
    private final double[] confidences;
    private final boolean[] held;

    private DefiFit(HeldOut heldOut) {
        this.heldOut = heldOut;
        this.size = heldOut.labels().size();
        this.lines = IntStream.range(0, size).mapToObj(this::line).toList();
        this.confidences = new double[heldOut.size() * size];
        this.held = new boolean[confidences.length];
        for (int i = 0; i < confidences.length; i++) {
            confidences[i] = lines.get(i % size).probability(heldOut.scores().get(i / size)[i % size]);
            held[i] = holds(i / size, i % size);
        }
    }

    /** A head and its figures on held-out contents. */
    record Result(DefiHead head, ModelCard.Figures figures, HeldOut heldOut) {}

    static Result fit(List<AnalyzedText> contents, List<AnalyzedText> phrases, ExecutorService executor) {
        List<String> labels =
                Taxonomy.load().defis().stream().map(Defi::code).sorted().toList();
        HeldOut.Fit learnt = HeldOut.fit(contents, phrases, labels, SETTINGS, executor);
        DefiFit fit = new DefiFit(learnt.heldOut());
        double threshold = Measures.threshold(fit.confidences, fit.held, PRECISION);
        return new Result(new DefiHead(learnt.head(), fit.lines, threshold), fit.figures(threshold), fit.heldOut);
    }

    private boolean holds(int text, int label) {
        return heldOut.texts().get(text).labels().contains(heldOut.labels().get(label));
    }

    private Calibration.Line line(int label) {
        double[] scores = new double[heldOut.size()];
        boolean[] holds = new boolean[scores.length];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = heldOut.scores().get(i)[label];
            holds[i] = holds(i, label);
        }
        return Calibration.line(scores, holds);
    }

    private ModelCard.Figures figures(double threshold) {
        SortedMap<String, LabelFigures> perLabel = new TreeMap<>();
        for (int label = 0; label < size; label++) {
            perLabel.put(heldOut.labels().get(label), figures(label, threshold));
        }
        int answers = 0;
        int hits = 0;
        int right = 0;
        for (int i = 0; i < confidences.length; i++) {
            boolean yes = confidences[i] >= threshold;
            answers += yes ? 1 : 0;
            hits += yes && held[i] ? 1 : 0;
            right += yes == held[i] ? 1 : 0;
        }
        List<String> truth = new ArrayList<>();
        List<String> given = new ArrayList<>();
        IntStream.range(0, heldOut.size()).forEach(text -> addPair(text, threshold, truth, given));
        return new ModelCard.Figures(
                heldOut.size(),
                Measures.share(right, confidences.length),
                LabelFigures.macroF1(perLabel),
                Measures.calibrationError(confidences, held),
                threshold,
                Measures.share(
                        (int) given.stream().filter(one -> !one.equals(NONE)).count(), heldOut.size()),
                Measures.share(hits, answers),
                perLabel,
                Confusion.of(truth, given),
                Reliability.of(confidences, held));
    }

    private LabelFigures figures(int label, double threshold) {
        List<String> truth = new ArrayList<>();
        List<String> given = new ArrayList<>();
        String name = heldOut.labels().get(label);
        for (int text = 0; text < heldOut.size(); text++) {
            truth.add(held[text * size + label] ? name : NONE);
            given.add(confidences[text * size + label] >= threshold ? name : NONE);
        }
        return LabelFigures.of(name, truth, given);
    }

    /** The surest answer, and the label that it hit or else the first label that it missed. */
    private void addPair(int text, double threshold, List<String> truth, List<String> given) {
        int best = 0;
        for (int label = 1; label < size; label++) {
            best = confidences[text * size + label] > confidences[text * size + best] ? label : best;
        }
        String answer =
                confidences[text * size + best] >= threshold ? heldOut.labels().get(best) : NONE;
        List<String> labels = heldOut.texts().get(text).labels();
        String first = labels.isEmpty() ? NONE : labels.get(0);
        truth.add(labels.contains(answer) ? answer : first);
        given.add(answer);
    }
}
