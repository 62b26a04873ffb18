package fr.ecolhuma.etreprof.classification.serving;

import fr.ecolhuma.etreprof.classification.embedding.Embedder;
import fr.ecolhuma.etreprof.classification.judging.Measures;
import fr.ecolhuma.etreprof.classification.judging.ModelCard;
import fr.ecolhuma.etreprof.classification.language.Language;
import fr.ecolhuma.etreprof.classification.linear.Head;
import fr.ecolhuma.etreprof.classification.linear.SparseVector;
import fr.ecolhuma.etreprof.classification.linear.TextTerms;
import fr.ecolhuma.etreprof.classification.text.TextAnalyzer;
import fr.ecolhuma.etreprof.domain.Defi;
import fr.ecolhuma.etreprof.domain.Taxonomy;
import fr.ecolhuma.etreprof.domain.Theme;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Finds the theme and the défis of a text; immutable, safe for several threads. */
public final class ContentClassifier {

    private static final int SHOWN_THEMES = 3;
    private static final int FEWEST_WORDS = 4;
    private static final int FEWEST_FEATURES = 2;

    /** Two themes whose confidences differ by no more are about equally likely. */
    private static final double CLOSE = 0.15;

    private final Taxonomy taxonomy = Taxonomy.load();
    private final ThemeHead themes;
    private final ScoreTable themeScores;
    private final WordTable themeWords;
    private final DefiHead defis;
    private final ScoreTable defiScores;
    private final WordTable defiWords;
    private final @Nullable SchoolHead school;
    private final @Nullable WordTable schoolWords;
    private final ModelCard card;
    private final Set<String> learnt;
    private final Embedder embedder;

    /** A classifier without an embedder. */
    public ContentClassifier(
            ThemeHead themes, DefiHead defis, @Nullable SchoolHead school, ModelCard card, Set<String> learnt) {
        this(themes, defis, school, card, learnt, Embedder.none());
    }

    /**
     * A classifier.
     *
     * @param school null if it takes every text for one about school
     * @param card its training data and quality
     * @param learnt digests of the contents it has learnt from
     * @param embedder gives the vectors that it has learnt with
     */
    public ContentClassifier(
            ThemeHead themes,
            DefiHead defis,
            @Nullable SchoolHead school,
            ModelCard card,
            Set<String> learnt,
            Embedder embedder) {
        this.themes = themes;
        this.themeScores = ScoreTable.of(themes.head().model());
        this.themeWords = WordTable.of(themes.head());
        this.defis = defis;
        this.defiScores = ScoreTable.of(defis.head().model());
        this.defiWords = WordTable.of(defis.head());
        this.school = school;
        this.schoolWords = school == null ? null : WordTable.of(school.head());
        this.card = card;
        this.learnt = Set.copyOf(learnt);
        this.embedder = embedder;
    }

    /** Its training data and quality. */
    public ModelCard card() {
        return card;
    }

    public ThemeHead themes() {
        return themes;
    }

    public DefiHead defis() {
        return defis;
    }

    public @Nullable SchoolHead school() {
        return school;
    }

    public Set<String> learnt() {
        return learnt;
    }

    /** Gives the vectors that it has learnt with. */
    public Embedder embedder() {
        return embedder;
    }

    /** Reads a markdown text and judges it; never fails, whatever the text. */
    public Classification classify(String text) {
        TextAnalyzer.Analysis analysis = TextAnalyzer.shipped().analyze(text);
        TextFeatures features = TextFeatures.of(
                analysis.words(), embedder.embed(analysis.source().text()));
        TextFeatures.Known known = features.over(themes.head(), themeWords);
        Abstention refusal = refusal(analysis.language(), analysis.tokens(), known.vector());
        if (refusal != null) {
            return silent(analysis, refusal);
        }
        if (!isOfSchool(features)) {
            return silent(analysis, Abstention.OTHER_WORLD);
        }
        return judged(new Evidences(text, analysis), analysis, known, features.over(defis.head(), defiWords));
    }

    /**
     * The theme of a text that a recompute has read, and the terms for the likeness of contents, without its vector. The theme is the one
     * that {@link #classify} answers.
     */
    public ThemedText themed(TextTerms text) {
        SparseVector vector = themes.head().vector(text);
        boolean judged = refusal(text.language(), text.words(), vector) == null && isOfSchool(text);
        return new ThemedText(
                judged ? theme(vector) : null,
                themes.head().vocabulary().terms(vector).ascending());
    }

    private boolean isOfSchool(TextTerms text) {
        return school == null || school.accepts(school.head().vector(text));
    }

    private boolean isOfSchool(TextFeatures features) {
        return school == null
                || schoolWords == null
                || school.accepts(features.over(school.head(), schoolWords).vector());
    }

    private @Nullable Theme theme(SparseVector vector) {
        double[] confidences = themes.confidences(themeScores.of(vector));
        int best = Measures.best(confidences);
        boolean answered = confidences[best] >= themes.threshold();
        return answered ? taxonomy.requireTheme(themes.head().model().labels().get(best)) : null;
    }

    /** Why a text is not judged, or null. */
    private @Nullable Abstention refusal(Language language, int words, SparseVector vector) {
        if (language == Language.OTHER) {
            return Abstention.FOREIGN;
        }
        if (words < FEWEST_WORDS) {
            return Abstention.TOO_SHORT;
        }
        return themes.head().knownTerms(vector) < FEWEST_FEATURES ? Abstention.NOTHING_RECOGNISED : null;
    }

    private Classification silent(TextAnalyzer.Analysis analysis, Abstention reason) {
        List<Classification.Likely<Defi>> none = taxonomy.defis().stream()
                .map(defi -> new Classification.Likely<>(defi, 0))
                .toList();
        return new Classification(
                analysis.language().code(), null, null, List.of(), none, reason, List.of(), analysis.truncated());
    }

    private Classification judged(
            Evidences evidences,
            TextAnalyzer.Analysis analysis,
            TextFeatures.Known known,
            TextFeatures.Known knownOfDefis) {
        double[] scores = themeScores.of(known.vector());
        List<Classification.Likely<Theme>> likely =
                ranked(themes.head(), themes.confidences(scores), taxonomy::requireTheme);
        List<Classification.Likely<Defi>> likelyDefis =
                ranked(defis.head(), defis.confidences(defiScores.of(knownOfDefis.vector())), taxonomy::requireDefi);
        boolean answered = likely.get(0).confidence() >= themes.threshold();
        List<Evidence> evidence = new ArrayList<>();
        if (answered) {
            evidence.addAll(evidences.ofTheme(known, likely.get(0).label().code()));
        }
        List<Classification.Likely<Defi>> held = likelyDefis.stream()
                .filter(defi -> defi.confidence() >= defis.threshold())
                .toList();
        held.forEach(defi ->
                evidence.addAll(evidences.ofDefi(knownOfDefis, defi.label().code())));
        return new Classification(
                analysis.language().code(),
                answered ? likely.get(0).label() : null,
                held.isEmpty() ? null : held.get(0).label(),
                likely.subList(0, SHOWN_THEMES),
                likelyDefis,
                answered ? null : reason(likely),
                evidence,
                analysis.truncated());
    }

    /** The reason for no theme in a text with known words. */
    private static Abstention reason(List<Classification.Likely<Theme>> likely) {
        double lead = likely.get(0).confidence() - likely.get(1).confidence();
        return lead <= CLOSE ? Abstention.SEVERAL_LIKELY : Abstention.NOT_SURE;
    }

    private static <T> List<Classification.Likely<T>> ranked(
            Head head, double[] confidences, Function<String, T> label) {
        return IntStream.range(0, confidences.length)
                .mapToObj(i -> new Classification.Likely<>(
                        label.apply(head.model().labels().get(i)), confidences[i]))
                .sorted(Comparator.comparingDouble((Classification.Likely<T> one) -> -one.confidence()))
                .toList();
    }
}
