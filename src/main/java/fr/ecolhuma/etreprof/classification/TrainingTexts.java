package fr.ecolhuma.etreprof.classification;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What one head learns from.
 *
 * @param contents whole contents, judged by cross-validation
 * @param phrases of the lexicon, always learnt from and never judged
 * @param alsoRight labels that are right for a content beside its own, by the content's id
 */
record TrainingTexts(List<LabelledText> contents, List<LabelledText> phrases, Map<String, Set<String>> alsoRight) {

    private static final double OWN_WEIGHT = 2;

    TrainingTexts {
        contents = List.copyOf(contents);
        phrases = List.copyOf(phrases);
        alsoRight = Map.copyOf(alsoRight);
    }

    /** One label each, the theme; {@code own} contents weigh more than shipped ones. */
    static TrainingTexts ofThemes(List<LabelledContent> shipped, List<LabelledContent> own, Lexicon lexicon) {
        List<LabelledText> contents = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        addThemes(contents, seen, own, OWN_WEIGHT);
        addThemes(contents, seen, shipped, 1);
        List<LabelledText> phrases = new ArrayList<>();
        lexicon.themes().forEach((code, entry) -> addLexicon(phrases, entry, code));
        Map<String, Set<String>> alsoRight = new HashMap<>();
        Stream.concat(shipped.stream(), own.stream())
                .filter(content -> content.defis() != null)
                .forEach(content -> alsoRight.put(content.id(), HomeThemes.of(content.defis())));
        return new TrainingTexts(contents, phrases, alsoRight);
    }

    private static void addThemes(
            List<LabelledText> texts, Set<String> seen, List<LabelledContent> contents, double weight) {
        for (LabelledContent content : contents) {
            String theme = content.theme();
            if (theme != null && seen.add(content.text().strip())) {
                texts.add(new LabelledText(content.id(), content.markdown(), List.of(theme), weight));
            }
        }
    }

    /** Any number of labels each, the challenges. */
    static TrainingTexts ofDefis(List<LabelledContent> shipped, List<LabelledContent> own, Lexicon lexicon) {
        List<LabelledText> contents = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        addDefis(contents, seen, own, OWN_WEIGHT);
        addDefis(contents, seen, shipped, 1);
        List<LabelledText> phrases = new ArrayList<>();
        lexicon.defis().forEach((code, entry) -> {
            addLexicon(phrases, entry, code);
            entry.lookalikes().forEach(text -> addPhrase(phrases, text, List.of()));
        });
        lexicon.themes().forEach((theme, entry) -> addWithoutDefi(phrases, theme, entry));
        lexicon.noneAtAll().forEach(text -> addPhrase(phrases, text, List.of()));
        return new TrainingTexts(contents, phrases, Map.of());
    }

    private static void addDefis(
            List<LabelledText> texts, Set<String> seen, List<LabelledContent> contents, double weight) {
        for (LabelledContent content : contents) {
            List<String> defis = content.defis();
            if (defis != null && seen.add(content.text().strip())) {
                texts.add(new LabelledText(content.id(), content.markdown(), defis, weight));
            }
        }
    }

    /** The words of a theme that no challenge is at home in carry none. */
    private static void addWithoutDefi(List<LabelledText> phrases, String theme, Lexicon.Entry entry) {
        if (!HomeThemes.isHome(theme)) {
            entry.texts().forEach(text -> addPhrase(phrases, text, List.of()));
        }
    }

    private static void addLexicon(List<LabelledText> phrases, Lexicon.Entry entry, String label) {
        entry.texts().forEach(text -> addPhrase(phrases, text, List.of(label)));
        entry.titlesOnly().forEach(title -> addPhrase(phrases, "# " + title, List.of(label)));
    }

    private static void addPhrase(List<LabelledText> phrases, String text, List<String> labels) {
        phrases.add(new LabelledText("lexicon", text, labels, 1));
    }
}
