package fr.ecolhuma.etreprof.classification.training;

import fr.ecolhuma.etreprof.classification.text.ShippedJson;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.core.type.TypeReference;

/**
 * The words of each label in French and English: definition, phrases, titles, and words that only look similar.
 *
 * @param themes by the code of a theme
 * @param defis by the code of a défi
 * @param none phrases of contents that carry no défi, by language
 */
record Lexicon(SortedMap<String, Entry> themes, SortedMap<String, Entry> defis, Map<String, List<String>> none) {

    /**
     * The words of one label, by language.
     *
     * @param not words that look similar and have another meaning
     */
    record Entry(
            Map<String, String> definition,
            Map<String, List<String>> phrases,
            Map<String, List<String>> titles,
            Map<String, List<String>> not) {

        /** Each definition and each phrase. */
        List<String> texts() {
            return Stream.concat(sorted(definition).stream(), all(phrases).stream())
                    .toList();
        }

        List<String> titlesOnly() {
            return all(titles);
        }

        List<String> lookalikes() {
            return all(not);
        }
    }

    /** The lexicon shipped with the service. */
    static Lexicon load() {
        return new Lexicon(
                new TreeMap<>(ShippedJson.read(
                        Lexicon.class, "lexicon/themes.json", new TypeReference<Map<String, Entry>>() {})),
                new TreeMap<>(ShippedJson.read(
                        Lexicon.class, "lexicon/defis.json", new TypeReference<Map<String, Entry>>() {})),
                ShippedJson.read(
                        Lexicon.class, "lexicon/none.json", new TypeReference<Map<String, List<String>>>() {}));
    }

    List<String> noneAtAll() {
        return all(none);
    }

    private static List<String> all(Map<String, List<String>> byLanguage) {
        return sorted(byLanguage).stream().flatMap(List::stream).toList();
    }

    private static <T> List<T> sorted(Map<String, T> byLanguage) {
        return List.copyOf(new TreeMap<>(byLanguage).values());
    }
}
