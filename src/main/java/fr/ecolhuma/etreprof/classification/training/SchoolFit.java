package fr.ecolhuma.etreprof.classification.training;

import fr.ecolhuma.etreprof.classification.judging.HeldOut;
import fr.ecolhuma.etreprof.classification.linear.AnalyzedText;
import fr.ecolhuma.etreprof.classification.linear.Head;
import fr.ecolhuma.etreprof.classification.linear.LinearModel;
import fr.ecolhuma.etreprof.classification.linear.Vocabulary;
import fr.ecolhuma.etreprof.classification.serving.SchoolHead;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.stream.IntStream;

/** Learns to tell texts about school from texts of other worlds. */
final class SchoolFit {

    static final Head.Settings SETTINGS =
            new Head.Settings(new Vocabulary.Settings(2, 0.5, 60_000, 0), new LinearModel.Settings(3, true, 1), false);

    /** The largest share of contents about school that may be taken for another world's. */
    private static final double MOST_REFUSED = 0.01;

    private SchoolFit() {}

    /** The threshold refuses as many texts as it may while nearly all contents about school, held out, are accepted. */
    static SchoolHead fit(List<AnalyzedText> contents, List<AnalyzedText> phrases, ExecutorService executor) {
        HeldOut.Fit learnt = HeldOut.fit(contents, phrases, List.of(SchoolHead.LABEL), SETTINGS, executor);
        return new SchoolHead(learnt.head(), threshold(learnt.heldOut()));
    }

    private static double threshold(HeldOut heldOut) {
        double[] ascending = IntStream.range(0, heldOut.size())
                .filter(i -> heldOut.texts().get(i).labels().contains(SchoolHead.LABEL))
                .mapToDouble(i -> heldOut.scores().get(i)[0])
                .sorted()
                .toArray();
        return ascending[(int) (MOST_REFUSED * ascending.length)];
    }
}
