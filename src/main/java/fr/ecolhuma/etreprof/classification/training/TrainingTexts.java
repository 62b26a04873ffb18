package fr.ecolhuma.etreprof.classification.training;

import fr.ecolhuma.etreprof.classification.linear.LabelledText;
import fr.ecolhuma.etreprof.classification.serving.SchoolHead;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The texts that one head learns from.
 *
 * @param contents whole contents, judged by cross-validation; the platform's own come first
 * @param own how many of the contents are the platform's own
 * @param phrases of the lexicon; every fold learns from them and none judges them
 * @param alsoRight labels that are right for a content besides its own, by the content's id
 */
record TrainingTexts(
        List<LabelledText> contents, int own, List<LabelledText> phrases, Map<String, Set<String>> alsoRight) {

    private static final double OWN_WEIGHT = 2;
    private static final double THEME_PHRASE = 1;

    /** Words that look like a theme's often belong to another theme, so they weigh little against all. */
    private static final double LOOKALIKE = 0.2;

    /** A phrase of three words has as long a vector as a content of a thousand; at full weight phrases drown contents. */
    private static final double DEFI_PHRASE = 0.2;

    /** Phrases keep short texts within the school; at full weight they would hide what contents teach. */
    private static final double SCHOOL_PHRASE = 0.05;

    TrainingTexts {
        contents = List.copyOf(contents);
        phrases = List.copyOf(phrases);
        alsoRight = Map.copyOf(alsoRight);
    }

    /** One label each, the theme; {@code own} contents weigh more than shipped ones. */
    static TrainingTexts ofThemes(List<LabelledContent> shipped, List<LabelledContent> own, Lexicon lexicon) {
        List<LabelledText> phrases = new ArrayList<>();
        lexicon.themes().forEach((code, entry) -> {
            addLexicon(phrases, entry, code, THEME_PHRASE);
            entry.lookalikes().forEach(text -> addPhrase(phrases, text, List.of(), LOOKALIKE));
        });
        Map<String, Set<String>> alsoRight = new HashMap<>();
        Stream.concat(shipped.stream(), own.stream())
                .filter(content -> content.defis() != null)
                .forEach(content -> alsoRight.put(content.id(), HomeThemes.of(content.defis())));
        return of(
                shipped, own, content -> content.theme() == null ? null : List.of(content.theme()), phrases, alsoRight);
    }

    /** Any number of labels each, the défis. */
    static TrainingTexts ofDefis(List<LabelledContent> shipped, List<LabelledContent> own, Lexicon lexicon) {
        List<LabelledText> phrases = new ArrayList<>();
        Set<String> taught = new HashSet<>();
        lexicon.defis().forEach((code, entry) -> {
            addLexicon(phrases, entry, code, DEFI_PHRASE);
            entry.texts().forEach(text -> taught.add(text.toLowerCase(Locale.ROOT)));
        });
        withoutDefi(lexicon)
                .filter(text -> !taught.contains(text.toLowerCase(Locale.ROOT)))
                .forEach(text -> addPhrase(phrases, text, List.of(), DEFI_PHRASE));
        return of(shipped, own, LabelledContent::defis, phrases, Map.of());
    }

    /** One label, the school, for every content; none for texts of other worlds, which are not about school. */
    static TrainingTexts ofSchool(List<LabelledContent> shipped, List<LabelledContent> own, Lexicon lexicon) {
        List<LabelledText> phrases = new ArrayList<>();
        lexicon.themes().values().forEach(entry -> addLexicon(phrases, entry, SchoolHead.LABEL, SCHOOL_PHRASE));
        TrainingTexts school = of(shipped, own, _ -> List.of(SchoolHead.LABEL), phrases, Map.of());
        List<LabelledText> all = new ArrayList<>(school.contents());
        ShippedTexts.otherWorlds().forEach(text -> all.add(new LabelledText("other_worlds", text, List.of(), 1)));
        return new TrainingTexts(all, school.own(), phrases, Map.of());
    }

    /** Among contents with the same text the first counts, own ones before shipped ones. */
    private static TrainingTexts of(
            List<LabelledContent> shipped,
            List<LabelledContent> own,
            Function<LabelledContent, @Nullable List<String>> labels,
            List<LabelledText> phrases,
            Map<String, Set<String>> alsoRight) {
        List<LabelledText> texts = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        add(texts, seen, own, labels, OWN_WEIGHT);
        int owned = texts.size();
        add(texts, seen, shipped, labels, 1);
        return new TrainingTexts(texts, owned, phrases, alsoRight);
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

    /** Words that only look like a défi's, those of the themes that are home to no défi, and others without a défi. */
    private static Stream<String> withoutDefi(Lexicon lexicon) {
        Stream<String> lookalikes = lexicon.defis().values().stream().flatMap(defi -> defi.lookalikes().stream());
        Stream<String> homeless = lexicon.themes().entrySet().stream()
                .filter(theme -> !HomeThemes.isHome(theme.getKey()))
                .flatMap(theme -> theme.getValue().texts().stream());
        return Stream.of(lookalikes, homeless, lexicon.noneAtAll().stream()).flatMap(texts -> texts);
    }

    private static void addLexicon(List<LabelledText> phrases, Lexicon.Entry entry, String label, double weight) {
        entry.texts().forEach(text -> addPhrase(phrases, text, List.of(label), weight));
        entry.titlesOnly().forEach(title -> addPhrase(phrases, "# " + title, List.of(label), weight));
    }

    private static void addPhrase(List<LabelledText> phrases, String text, List<String> labels, double weight) {
        phrases.add(new LabelledText("lexicon", text, labels, weight));
    }
}
