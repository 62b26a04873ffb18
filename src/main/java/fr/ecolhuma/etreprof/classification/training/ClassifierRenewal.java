package fr.ecolhuma.etreprof.classification.training;

import fr.ecolhuma.etreprof.classification.embedding.Embedder;
import fr.ecolhuma.etreprof.classification.judging.HeldOut;
import fr.ecolhuma.etreprof.classification.judging.Measures;
import fr.ecolhuma.etreprof.classification.linear.Head;
import fr.ecolhuma.etreprof.classification.linear.LabelledText;
import fr.ecolhuma.etreprof.classification.linear.TermReader;
import fr.ecolhuma.etreprof.classification.serving.ContentClassifier;
import fr.ecolhuma.etreprof.domain.Taxonomy;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Learns a new classifier, or keeps the live one if that is better or would be learnt the same. */
public final class ClassifierRenewal {

    /** The fewest contents that neither has learnt from: with fewer, chance would decide. */
    private static final int FEWEST_UNSEEN = 30;

    /**
     * The classifier of a new model.
     *
     * @param continued whether it is the live one, and another would have been learnt without that
     */
    public record Renewal(ContentClassifier classifier, boolean continued) {}

    private ClassifierRenewal() {}

    /**
     * The classifier for the contents labelled now; without any, the classifier of the shipped texts.
     *
     * <p>It is the live one if that learnt from the same contents. It is also the live one if that has the better mean
     * macro-F1 over both heads at the contents it has not learnt from; the new one answers these in cross-validation. A
     * live one that does not know all themes is replaced.
     *
     * @param own labelled contents, in an order that is always the same; they weigh more than the shipped ones
     * @param live the live classifier, or null
     * @param threads at least 1; the result does not depend on them
     * @param embedder gives the contents vectors to learn from
     */
    public static ContentClassifier renewed(
            List<LabelledContent> own, @Nullable ContentClassifier live, int threads, Embedder embedder) {
        return renewal(own, live, threads, TermReader.shipped(embedder)).classifier();
    }

    /** The same, with the reader that keeps the terms of the contents for other uses. */
    public static Renewal renewal(
            List<LabelledContent> own, @Nullable ContentClassifier live, int threads, TermReader reader) {
        ClassifierTraining training = new ClassifierTraining(own);
        if (live != null && live.card().trainingSha256().equals(training.hash(reader.embedder()))) {
            return new Renewal(live, false);
        }
        if (own.isEmpty() && !reader.embedder().exists()) {
            return new Renewal(Shipped.classifier(), false);
        }
        try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
            ClassifierTraining.Result fresh = training.train(reader, executor);
            return live != null && knowsAllThemes(live) && isBetter(live, fresh, reader)
                    ? new Renewal(live, true)
                    : new Renewal(fresh.classifier(), false);
        }
    }

    /** The classifier of the shipped texts only, learnt once. */
    private static final class Shipped {

        private static @Nullable ContentClassifier known;

        /** Learnt outside of static initialization: a run cancelled during that would leave the class unusable. */
        static synchronized ContentClassifier classifier() {
            ContentClassifier classifier = known == null ? learnt() : known;
            known = classifier;
            return classifier;
        }

        private static ContentClassifier learnt() {
            try (ExecutorService executor =
                    Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
                return new ClassifierTraining(List.of())
                        .train(TermReader.shipped(Embedder.none()), executor)
                        .classifier();
            }
        }
    }

    /** A classifier of before a theme was added can never answer it. */
    private static boolean knowsAllThemes(ContentClassifier live) {
        return live.themes().head().model().labels().size()
                == Taxonomy.load().themes().size();
    }

    private static boolean isBetter(ContentClassifier live, ClassifierTraining.Result fresh, TermReader reader) {
        Duel themes = new Duel(live.themes().head(), live.learnt(), fresh.themes(), ClassifierRenewal::best, reader);
        Duel defis = new Duel(live.defis().head(), live.learnt(), fresh.defis(), ClassifierRenewal::positive, reader);
        boolean enough = themes.size() + defis.size() >= FEWEST_UNSEEN;
        return enough && themes.lead() + defis.lead() > 0;
    }

    private static boolean[] best(double[] scores) {
        boolean[] answers = new boolean[scores.length];
        answers[Measures.best(scores)] = true;
        return answers;
    }

    private static boolean[] positive(double[] scores) {
        boolean[] answers = new boolean[scores.length];
        for (int i = 0; i < answers.length; i++) {
            answers[i] = scores[i] > 0;
        }
        return answers;
    }

    /** Turns the scores of one text into a yes or no for each label. */
    private interface Rule {

        boolean[] answers(double[] scores);
    }

    /** Two ways to answer contents that neither has learnt from. */
    private static final class Duel {

        private final List<LabelledText> texts = new ArrayList<>();
        private final List<boolean[]> live = new ArrayList<>();
        private final List<boolean[]> fresh = new ArrayList<>();
        private final List<String> labels;

        Duel(Head head, Set<String> learnt, HeldOut heldOut, Rule rule, TermReader reader) {
            labels = heldOut.labels();
            IntStream.range(0, heldOut.size())
                    .filter(i -> !learnt.contains(
                            ClassifierTraining.shortDigest(heldOut.texts().get(i))))
                    .forEach(i -> {
                        LabelledText text = heldOut.texts().get(i);
                        texts.add(text);
                        live.add(rule.answers(head.scores(reader.features(text.text(), head.characters()))));
                        fresh.add(rule.answers(heldOut.scores().get(i)));
                    });
        }

        int size() {
            return texts.size();
        }

        /** The lead of the live one, in macro-F1 over the labels that contents carry. */
        double lead() {
            return macroF1(live) - macroF1(fresh);
        }

        private double macroF1(List<boolean[]> answers) {
            List<Double> f1 = new ArrayList<>();
            for (int label = 0; label < labels.size(); label++) {
                int hits = 0;
                int alarms = 0;
                int misses = 0;
                for (int i = 0; i < texts.size(); i++) {
                    boolean holds = texts.get(i).labels().contains(labels.get(label));
                    boolean says = answers.get(i)[label];
                    hits += holds && says ? 1 : 0;
                    alarms += !holds && says ? 1 : 0;
                    misses += holds && !says ? 1 : 0;
                }
                if (hits + misses > 0) {
                    f1.add(Measures.f1(hits, alarms, misses));
                }
            }
            return Measures.mean(f1.stream().mapToDouble(Double::doubleValue).toArray());
        }
    }
}
