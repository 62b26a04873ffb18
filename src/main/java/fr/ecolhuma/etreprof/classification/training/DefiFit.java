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
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.stream.IntStream;

/** Learns each défi on its own; confidence and the common threshold come from held-out contents. */
public final class DefiFit {

    public static final String NONE = "none";
    public static final Head.Settings SETTINGS = new Head.Settings(
            new Vocabulary.Settings(2, 0.5, 60_000, 0.2), new LinearModel.Settings(3, true, 1), false);
    static final List<Double> OWN_WEIGHTS = List.of(1.0, 3.0, 10.0);
    private static final double PRECISION = 0.9;

    /** With fewer own contents, chance would choose their weight and the confidence. */
    private static final int FEWEST_OWN = 30;

    /** The fewest own contents with a défi, and without it, to fit its confidence to. */
    private static final int FEWEST_OF_A_DEFI = 5;

    /** Confidence is fitted to one shipped content without a défi for so many own ones. */
    private static final int OWN_FOR_ONE_WITHOUT = 4;

    private final HeldOut heldOut;
    private final int own;
    private final int[] platform;
    private final List<Calibration.Line> lines;
    private final int size;
    private final double[] confidences;
    private final boolean[] held;

    private DefiFit(HeldOut heldOut, int own) {
        this.heldOut = heldOut;
        this.own = own;
        this.size = heldOut.labels().size();
        this.platform = platform();
        this.lines = IntStream.range(0, size).mapToObj(this::line).toList();
        this.confidences = new double[heldOut.size() * size];
        this.held = new boolean[confidences.length];
        for (int i = 0; i < confidences.length; i++) {
            confidences[i] = lines.get(i % size).probability(heldOut.scores().get(i / size)[i % size]);
            held[i] = holds(i / size, i % size);
        }
    }

    /**
     * A head and its figures on held-out contents.
     *
     * @param calibration the contents that its confidence is fitted to
     */
    record Result(DefiHead head, ModelCard.Figures figures, HeldOut heldOut, ModelCard.DefiCalibration calibration) {}

    /** A fit at one weight of the platform's own contents. */
    private record Trial(HeldOut.Fit learnt, DefiFit fit, double ownWeight) {}

    /**
     * Learns from contents, of which the first are the platform's own, and from phrases. The weight of the own contents
     * is the one under which own contents that were not learnt are likeliest.
     */
    static Result fit(List<AnalyzedText> contents, int own, List<AnalyzedText> phrases, ExecutorService executor) {
        List<Double> weights = own < FEWEST_OWN ? OWN_WEIGHTS.subList(1, 2) : OWN_WEIGHTS;
        Trial best = weights.stream()
                .map(weight -> trial(contents, own, phrases, weight, executor))
                .min(Comparator.comparingDouble(trial -> trial.fit().ownLoss()))
                .orElseThrow();
        DefiFit fit = best.fit();
        double threshold = Measures.threshold(fit.confidences, fit.held, PRECISION);
        return new Result(
                new DefiHead(best.learnt().head(), fit.lines, threshold),
                fit.figures(threshold),
                fit.heldOut,
                fit.calibration(best.ownWeight()));
    }

    private static Trial trial(
            List<AnalyzedText> contents, int own, List<AnalyzedText> phrases, double weight, ExecutorService executor) {
        List<String> labels =
                Taxonomy.load().defis().stream().map(Defi::code).sorted().toList();
        List<AnalyzedText> weighted = IntStream.range(0, contents.size())
                .mapToObj(i -> i < own ? contents.get(i).weighing(weight) : contents.get(i))
                .toList();
        HeldOut.Fit learnt = HeldOut.fit(weighted, phrases, labels, SETTINGS, executor);
        HeldOut judged = new HeldOut(
                labels,
                contents.stream().map(AnalyzedText::text).toList(),
                learnt.heldOut().scores());
        return new Trial(learnt, new DefiFit(judged, own), weight);
    }

    private ModelCard.DefiCalibration calibration(double ownWeight) {
        boolean fitted = IntStream.range(0, size).anyMatch(this::ownFit);
        return new ModelCard.DefiCalibration(
                fitted ? "own_contents" : "all_contents",
                fitted ? own : heldOut.size(),
                IntStream.range(0, size)
                        .filter(this::ownFit)
                        .mapToObj(heldOut.labels()::get)
                        .toList(),
                ownWeight);
    }

    /** The mean surprise, in nats, at a défi held or not by an own content. */
    private double ownLoss() {
        double loss = 0;
        for (int i = 0; i < own * size; i++) {
            loss -= StrictMath.log(held[i] ? confidences[i] : 1 - confidences[i]);
        }
        return loss / Math.max(1, own * size);
    }

    private boolean holds(int text, int label) {
        return heldOut.texts().get(text).labels().contains(heldOut.labels().get(label));
    }

    /** Whether enough own contents have the défi, and enough have it not, to fit its confidence to them. */
    private boolean ownFit(int label) {
        int with = (int) IntStream.range(0, own).filter(i -> holds(i, label)).count();
        return own >= FEWEST_OWN && Math.min(with, own - with) >= FEWEST_OF_A_DEFI;
    }

    /** From score to confidence by own contents, which the learner's authors did not write, or else by all. */
    private Calibration.Line line(int label) {
        int[] judged =
                ownFit(label) ? platform : IntStream.range(0, heldOut.size()).toArray();
        double[] scores = new double[judged.length];
        boolean[] holds = new boolean[judged.length];
        for (int i = 0; i < judged.length; i++) {
            scores[i] = heldOut.scores().get(judged[i])[label];
            holds[i] = holds(judged[i], label);
        }
        return Calibration.line(scores, holds);
    }

    /**
     * The own contents and some shipped ones without a défi, evenly spread: a platform labels what has a défi, but not all
     * that it publishes has one.
     */
    private int[] platform() {
        int[] without = IntStream.range(own, heldOut.size())
                .filter(i -> heldOut.texts().get(i).labels().isEmpty())
                .toArray();
        int taken = Math.min(own / OWN_FOR_ONE_WITHOUT, without.length);
        return IntStream.concat(
                        IntStream.range(0, own),
                        IntStream.range(0, taken).map(i -> without[i * without.length / taken]))
                .toArray();
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
