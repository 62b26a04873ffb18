package fr.ecolhuma.etreprof.domain;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The types of contents. The platform writes them in several ways ({@code Contenu}, {@code fiche-outils}, {@code Fiches outils}),
 * which are compared by letters and digits alone, plural or not.
 */
public final class ContentTypes {

    /** Every known type, those whose uses are counted first. */
    public static final List<String> ALL = List.of(
            "article",
            "fiche_outils",
            "guide_pratique",
            "fiche_activite",
            "sequence",
            "tuto",
            "podcast",
            "atelier",
            "kit",
            "parcours");

    private static final Pattern NO_STEM = Pattern.compile("s?[^a-z0-9]+|s$");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final SortedMap<String, String> BY_STEM = byStem();

    private ContentTypes() {}

    private static SortedMap<String, String> byStem() {
        SortedMap<String, String> types = new TreeMap<>(Map.of("contenu", "article"));
        ALL.forEach(type -> types.put(stem(type), type));
        return types;
    }

    /** The known types by their stems, for those who compare in another language. */
    public static SortedMap<String, String> known() {
        return new TreeMap<>(BY_STEM);
    }

    /** Whether a text means a known type. */
    public static boolean isKnown(String text) {
        return BY_STEM.containsKey(stem(text));
    }

    /** The type that a text means: a known one, else its words in lower case with underscores between them. */
    public static String of(String text) {
        String known = BY_STEM.get(stem(text));
        return known == null
                ? NO_WORD.matcher(text.toLowerCase(Locale.ROOT))
                        .replaceAll(" ")
                        .strip()
                        .replace(' ', '_')
                : known;
    }

    /** What two ways to write a word share: letters and digits in lower case, without accents and the s of a plural. */
    public static String stem(String text) {
        String bare =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        return NO_STEM.matcher(bare.toLowerCase(Locale.ROOT)).replaceAll("");
    }
}
