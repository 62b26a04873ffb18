package fr.ecolhuma.etreprof.classification.linear;

import fr.ecolhuma.etreprof.classification.embedding.Embedder;
import fr.ecolhuma.etreprof.classification.text.TextAnalyzer;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;

/**
 * Reads texts into their terms, each text only once. It keeps all terms in memory, so it must not live longer than one
 * training. Safe for several threads.
 */
public final class TermReader {

    private final TextAnalyzer analyzer;
    private final Embedder embedder;
    private final ConcurrentHashMap<String, TextTerms> texts = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<String, String> names = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<String, List<String>> runs = new ConcurrentHashMap<>();

    public TermReader(TextAnalyzer analyzer) {
        this(analyzer, Embedder.none());
    }

    private TermReader(TextAnalyzer analyzer, Embedder embedder) {
        this.analyzer = analyzer;
        this.embedder = embedder;
    }

    /** A reader with the shipped terms of the school; the vectors of its embedder are features too. */
    public static TermReader shipped(Embedder embedder) {
        return new TermReader(TextAnalyzer.shipped(), embedder);
    }

    /** Gives the texts their vectors. */
    public Embedder embedder() {
        return embedder;
    }

    /** The terms of a markdown text. */
    public TextTerms read(String text) {
        TextTerms known = texts.get(text);
        if (known != null) {
            return known;
        }
        TextAnalyzer.Analysis analysis = analyzer.analyze(text);
        TermWeights terms = TermWeights.of(Terms.of(analysis.words(), false), this::shared)
                .withVector(embedder.embed(analysis.source().text()), number -> shared(Terms.dimension(number)));
        TextTerms read = new TextTerms(analysis.language(), analysis.tokens(), terms);
        texts.put(text, read);
        return read;
    }

    /**
     * The features of a markdown text.
     *
     * @param characters whether runs of characters are features
     */
    public TermWeights features(String text, boolean characters) {
        TermWeights terms = read(text).terms();
        return characters ? terms.withRuns(this::runs) : terms;
    }

    /** One instance for all equal names, so that many texts share it. */
    private String shared(String name) {
        String known = names.putIfAbsent(name, name);
        return known == null ? name : known;
    }

    private List<String> runs(String word) {
        return runs.computeIfAbsent(
                word, unseen -> Terms.runs(unseen).stream().map(this::shared).toList());
    }

    /** Texts to learn from, read on the threads of an executor. */
    public List<AnalyzedText> analyzed(List<LabelledText> labelled, boolean characters, ExecutorService executor) {
        List<Callable<AnalyzedText>> tasks = labelled.stream()
                .<Callable<AnalyzedText>>map(text -> () -> new AnalyzedText(text, features(text.text(), characters)))
                .toList();
        return Tasks.run(tasks, executor);
    }
}
