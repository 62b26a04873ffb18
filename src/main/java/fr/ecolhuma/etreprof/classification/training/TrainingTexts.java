package fr.ecolhuma.etreprof.classification.training;

import fr.ecolhuma.etreprof.classification.linear.LabelledText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The texts that one head learns from.
 *
 * @param contents whole contents, judged by cross-validation
 * @param phrases of the lexicon; every fold learns from them and none judges them
 * @param alsoRight labels that are right for a content besides its own, by the content's id
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
        List<LabelledText> phrases = new ArrayList<>();
        lexicon.themes().forEach((code, entry) -> addLexicon(phrases, entry, code));
        Map<String, Set<String>> alsoRight = new HashMap<>();
        Stream.concat(shipped.stream(), own.stream())
                .filter(content -> content.defis() != null)
                .forEach(content -> alsoRight.put(content.id(), HomeThemes.of(content.defis())));
        return new TrainingTexts(
                contents(shipped, own, content -> content.theme() == null ? null : List.of(content.theme())),
                phrases,
                alsoRight);
    }

    /** Any number of labels each, the défis. */
    static TrainingTexts ofDefis(List<LabelledContent> shipped, List<LabelledContent> own, Lexicon lexicon) {
        List<LabelledText> phrases = new ArrayList<>();
        lexicon.defis().forEach((code, entry) -> {
            addLexicon(phrases, entry, code);
            entry.lookalikes().forEach(text -> addPhrase(phrases, text, List.of()));
        });
        lexicon.themes().forEach((theme, entry) -> addWithoutDefi(phrases, theme, entry));
        lexicon.noneAtAll().forEach(text -> addPhrase(phrases, text, List.of()));
        return new TrainingTexts(contents(shipped, own, LabelledContent::defis), phrases, Map.of());
    }

    /** Contents with their labels; among contents with the same text the first counts, own ones before shipped ones. */
    private static List<LabelledText> contents(
            List<LabelledContent> shipped,
            List<LabelledContent> own,
            Function<LabelledContent, @Nullable List<String>> labels) {
        List<LabelledText> texts = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        add(texts, seen, own, labels, OWN_WEIGHT);
        add(texts, seen, shipped, labels, 1);
        return texts;
    }

    private static void add(
            List<LabelledText> texts,
            Set<String> seen,
            List<LabelledContent> contents,
            Function<LabelledContent, @Nullable List<String>> labels,
            double weight) {
        for (LabelledContent content : contents) {
            List<String> known = labels.apply(content);
            if (known != null && seen.add(content.text().strip())) {
                texts.add(new LabelledText(content.id(), content.markdown(), known, weight));
            }
        }
    }

    /** The words of a theme that is no défi's home theme carry no défi. */
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
