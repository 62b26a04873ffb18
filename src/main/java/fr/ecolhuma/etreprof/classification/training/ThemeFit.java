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
import fr.ecolhuma.etreprof.classification.linear.LabelledText;
import fr.ecolhuma.etreprof.classification.linear.LinearModel;
import fr.ecolhuma.etreprof.classification.linear.Vocabulary;
import fr.ecolhuma.etreprof.classification.serving.ThemeHead;
import fr.ecolhuma.etreprof.domain.Taxonomy;
import fr.ecolhuma.etreprof.domain.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;

/**
 * Learns themes: the settings are the best in cross-validation on the shipped contents; confidence and threshold come
 * from held-out contents.
 */
public final class ThemeFit {

    public static final Head.Settings SETTINGS = new Head.Settings(
            new Vocabulary.Settings(2, 0.5, 60_000, 0.2), new LinearModel.Settings(3, true, 1), false);
    private static final double PRECISION = 0.9;

    private final HeldOut heldOut;
    private final int[] best;
    private final boolean[] right;
    private final double[] leads;

    private ThemeFit(HeldOut heldOut, Map<String, Set<String>> alsoRight) {
        this.heldOut = heldOut;
        this.best = new int[heldOut.size()];
        this.right = new boolean[best.length];
        this.leads = new double[best.length];
        for (int i = 0; i < best.length; i++) {
            double[] scores = heldOut.scores().get(i);
            best[i] = Measures.best(scores);
            leads[i] = ThemeHead.lead(scores);
            LabelledText text = heldOut.texts().get(i);
            String answer = heldOut.labels().get(best[i]);
            right[i] = text.labels().contains(answer)
                    || alsoRight.getOrDefault(text.id(), Set.of()).contains(answer);
        }
    }

    /** A head and its figures on held-out contents. */
    record Result(ThemeHead head, ModelCard.Figures figures, HeldOut heldOut) {}

    static Result fit(
            List<AnalyzedText> contents,
            List<AnalyzedText> phrases,
            Map<String, Set<String>> alsoRight,
            ExecutorService executor) {
        List<String> labels =
                Taxonomy.load().themes().stream().map(Theme::code).sorted().toList();
        HeldOut.Fit learnt = HeldOut.fit(contents, phrases, labels, SETTINGS, executor);
        return new ThemeFit(learnt.heldOut(), alsoRight).result(learnt.head());
    }

    private Result result(Head head) {
        Calibration.Curve curve = Calibration.curve(leads, right);
        double slope = Calibration.softmaxSlope(heldOut.scores().toArray(double[][]::new), truth());
        double[] confidences = new double[leads.length];
        for (int i = 0; i < confidences.length; i++) {
            confidences[i] = curve.probability(leads[i]);
        }
        double threshold = Measures.threshold(confidences, right, PRECISION);
        return new Result(new ThemeHead(head, curve, slope, threshold), figures(confidences, threshold), heldOut);
    }

    private int[] truth() {
        return heldOut.texts().stream()
                .mapToInt(text -> heldOut.labels().indexOf(text.labels().get(0)))
                .toArray();
    }

    private ModelCard.Figures figures(double[] confidences, double threshold) {
        List<String> truth = new ArrayList<>();
        List<String> answers = new ArrayList<>();
        int hits = 0;
        int answered = 0;
        int answeredHits = 0;
        for (int i = 0; i < best.length; i++) {
            truth.add(heldOut.texts().get(i).labels().get(0));
            answers.add(heldOut.labels().get(best[i]));
            boolean sure = confidences[i] >= threshold;
            hits += answers.get(i).equals(truth.get(i)) ? 1 : 0;
            answered += sure ? 1 : 0;
            answeredHits += sure && right[i] ? 1 : 0;
        }
        var perLabel = LabelFigures.of(truth, answers);
        return new ModelCard.Figures(
                best.length,
                Measures.share(hits, best.length),
                LabelFigures.macroF1(perLabel),
                Measures.calibrationError(confidences, right),
                threshold,
                Measures.share(answered, best.length),
                Measures.share(answeredHits, answered),
                perLabel,
                Confusion.of(truth, answers),
                Reliability.of(confidences, right));
    }
}
