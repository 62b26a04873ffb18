package fr.ecolhuma.etreprof.classification.evaluation;

import fr.ecolhuma.etreprof.classification.judging.Calibration;
import fr.ecolhuma.etreprof.classification.judging.Measures;
import fr.ecolhuma.etreprof.classification.linear.AnalyzedText;
import fr.ecolhuma.etreprof.classification.linear.Head;
import fr.ecolhuma.etreprof.classification.linear.LabelledText;
import fr.ecolhuma.etreprof.classification.linear.TermReader;
import fr.ecolhuma.etreprof.classification.text.SchoolTerms;
import fr.ecolhuma.etreprof.classification.text.TextAnalyzer;
import java.util.List;
import java.util.concurrent.ExecutorService;

/** Text to the one label that holds, with calibrated confidence; immutable. */
final class SoftmaxClassifier {

    /**
     * An answer.
     *
     * @param label the likeliest
     * @param confidence its probability, 0 to 1
     */
    record Answer(String label, double confidence) {}

    private final TextAnalyzer analyzer;
    private final Head head;
    private final SettingsSearch.Choice choice;

    private SoftmaxClassifier(TextAnalyzer analyzer, Head head, SettingsSearch.Choice choice) {
        this.analyzer = analyzer;
        this.head = head;
        this.choice = choice;
    }

    /** Learns from texts of one label each, at the settings that are best in cross-validation on them. */
    static SoftmaxClassifier fit(List<LabelledText> texts, ExecutorService executor) {
        TextAnalyzer analyzer = new TextAnalyzer(SchoolTerms.load());
        List<AnalyzedText> analyzed = new TermReader(analyzer).analyzed(texts, false, executor);
        SettingsSearch.Choice choice = SettingsSearch.best(analyzed, executor);
        return new SoftmaxClassifier(analyzer, Head.fit(analyzed, choice.settings(), executor), choice);
    }

    Answer answer(String text) {
        double[] scores = head.scores(analyzer.analyze(text).words());
        double[] shares = Calibration.softmax(scores, choice.slope());
        int best = Measures.best(shares);
        return new Answer(head.model().labels().get(best), shares[best]);
    }

    SettingsSearch.Choice choice() {
        return choice;
    }
}
