package fr.ecolhuma.etreprof.classification.linear;

import fr.ecolhuma.etreprof.classification.text.TextAnalyzer;
import fr.ecolhuma.etreprof.classification.text.Word;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;

/** A text to learn from, with its features. */
public record AnalyzedText(LabelledText text, TermWeights terms) {

    /**
     * Reads texts on the threads of an executor.
     *
     * @param characters whether runs of characters are features
     */
    public static List<AnalyzedText> of(
            TextAnalyzer analyzer, List<LabelledText> texts, boolean characters, ExecutorService executor) {
        ConcurrentHashMap<String, String> shared = new ConcurrentHashMap<>();
        List<Callable<AnalyzedText>> tasks = texts.stream()
                .<Callable<AnalyzedText>>map(text -> () -> {
                    List<Word> words = analyzer.analyze(text.text()).words();
                    TermWeights terms = TermWeights.of(
                            Terms.of(words, characters), term -> shared.computeIfAbsent(term, unseen -> unseen));
                    return new AnalyzedText(text, terms);
                })
                .toList();
        return Tasks.run(tasks, executor);
    }
}
