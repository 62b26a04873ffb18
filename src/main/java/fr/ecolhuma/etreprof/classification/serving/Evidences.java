package fr.ecolhuma.etreprof.classification.serving;

import fr.ecolhuma.etreprof.classification.text.SourceText;
import fr.ecolhuma.etreprof.classification.text.TextAnalyzer;
import fr.ecolhuma.etreprof.classification.text.Word;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The words of a document that support a label, as a reader finds them in the text. */
final class Evidences {

    private static final int MOST = 5;

    private final String original;
    private final SourceText source;
    private final List<Word> words;

    /** The support of one word for a label over all its places, and its strongest place. */
    private static final class Spoken {

        private double amount;
        private double strongest;
        private Word word;

        Spoken(Word word) {
            this.word = word;
        }
    }

    Evidences(String original, TextAnalyzer.Analysis analysis) {
        this.original = original;
        this.source = analysis.source();
        this.words = analysis.words();
    }

    List<Evidence> ofTheme(TextFeatures.Known known, String label) {
        return of(known, "theme", label);
    }

    List<Evidence> ofDefi(TextFeatures.Known known, String label) {
        return of(known, "defi", label);
    }

    /**
     * The weightiest words for a label, at most five. Words of every text about school count in the support, but are
     * shown only where there are no others.
     */
    private List<Evidence> of(TextFeatures.Known known, String kind, String label) {
        Map<String, Spoken> spoken = spoken(known.explain(label));
        double all = spoken.values().stream()
                .mapToDouble(one -> Math.max(0, one.amount))
                .sum();
        List<Spoken> supporting = spoken.values().stream()
                .filter(one -> one.amount > 0)
                .sorted(Comparator.comparingDouble((Spoken one) -> -one.amount))
                .toList();
        List<Spoken> telling = supporting.stream()
                .filter(one -> !TextAnalyzer.shipped().isEverywhere(one.word.term()))
                .toList();
        return (telling.isEmpty() ? supporting : telling)
                .stream()
                        .limit(MOST)
                        .map(one -> evidence(one.word, kind, label, one.amount / all))
                        .toList();
    }

    /** An acronym and its long form share one place and count once: words of one place count as the first of them. */
    private Map<String, Spoken> spoken(Explanation explanation) {
        Map<String, Spoken> spoken = new LinkedHashMap<>();
        int next = 0;
        while (next < words.size()) {
            Word word = words.get(next);
            double amount = 0;
            while (next < words.size() && words.get(next).start() == word.start()) {
                amount += explanation.amount(next++);
            }
            Spoken known = spoken.computeIfAbsent(word.term(), unseen -> new Spoken(word));
            known.amount += amount;
            if (amount > known.strongest) {
                known.strongest = amount;
                known.word = word;
            }
        }
        return spoken;
    }

    private Evidence evidence(Word word, String kind, String label, double share) {
        int start = source.start(word.start());
        int end = source.end(word.end(), original);
        String where = word.place().name().toLowerCase(Locale.ROOT);
        return new Evidence(original.substring(start, end), kind, label, where, share, start, end);
    }
}
