package fr.ecolhuma.etreprof.classification.text;

import fr.ecolhuma.etreprof.classification.language.Language;
import fr.ecolhuma.etreprof.classification.language.LanguageDetector;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Turns markdown into words: parses it, finds its language, splits, stems, and expands the abbreviations of the school.
 */
public final class TextAnalyzer {

    /**
     * A document's words.
     *
     * @param source the text as it was given, normalised, as far as it was read
     * @param language the language of the text
     * @param tokens how many words it has, including those left out of {@code words}
     * @param words the words that carry meaning, in order
     * @param truncated whether the text is longer than what is read
     */
    public record Analysis(SourceText source, Language language, int tokens, List<Word> words, boolean truncated) {}

    private static final String LEVEL = "niveau_";

    private final MarkdownReader markdown = new MarkdownReader();
    private final LanguageDetector languages = new LanguageDetector();
    private final WordReader reader;
    private final Map<String, List<String>> expansions = new HashMap<>();
    private final Map<String, List<String>> otherwise = new HashMap<>();
    private final Map<String, String> levels = new HashMap<>();
    private final Set<String> everywhere;

    public TextAnalyzer(SchoolTerms terms) {
        reader = new WordReader(terms.acronyms().keySet());
        terms.acronyms().forEach((acronym, meaning) -> expansions.put(acronym, stems(meaning, Language.FR)));
        terms.otherwise()
                .forEach((acronym, words) -> otherwise.put(acronym, stems(String.join(" ", words), Language.FR)));
        terms.levels().forEach((level, names) -> names.forEach(name -> addLevel(LEVEL + level, name)));
        everywhere = terms.everywhere().stream()
                .flatMap(word -> stems(word, Language.FR).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The analyzer with the shipped terms; it is loaded at its first use, since most starts need it later or never. */
    public static TextAnalyzer shipped() {
        return Shipped.ANALYZER;
    }

    private static final class Shipped {

        private static final TextAnalyzer ANALYZER = new TextAnalyzer(SchoolTerms.load());
    }

    private void addLevel(String term, String name) {
        levels.put(String.join(" ", stems(name, Language.FR)), term);
        levels.put(String.join(" ", stems(name, Language.EN)), term);
    }

    private List<String> stems(String text, Language language) {
        Passage passage = new Passage(text, Alignment.straight(0), Passage.Place.BODY, 0);
        return reader.words(reader.tokens(List.of(passage)), language).stream()
                .map(Word::term)
                .toList();
    }

    /** Whether a term stands in nearly every text about school, so that it tells a reader nothing. */
    public boolean isEverywhere(String term) {
        return everywhere.contains(term);
    }

    /** The words of a text, of at most {@link TextStart#MOST} characters. */
    public Analysis analyze(String original) {
        String start = TextStart.of(original);
        SourceText source = SourceText.of(start);
        List<Passage> passages = markdown.read(source.text());
        List<WordReader.Token> tokens = reader.tokens(passages);
        Language language = languages.detect(
                tokens.stream().map(WordReader.Token::term).toList(),
                () -> passages.stream().map(Passage::text));
        return new Analysis(
                source,
                language,
                tokens.size(),
                expanded(reader.words(tokens, language), language),
                start.length() < original.length());
    }

    /** The words, each acronym followed by its long form. Acronyms are French: in English "odd" is a word. */
    private List<Word> expanded(List<Word> words, Language language) {
        List<Word> all = new ArrayList<>(words.size() + 16);
        Word before = null;
        for (Word word : words) {
            all.add(word);
            if (word.whole() && language != Language.EN && !meansOther(before, word)) {
                for (String meaning : expansions.getOrDefault(word.term(), List.of())) {
                    all.add(new Word(meaning, word.start(), word.end(), word.place(), true, false));
                }
            }
            String level = level(before, word);
            if (level != null) {
                all.add(new Word(level, word.start(), word.end(), word.place(), false, false));
            }
            before = word;
        }
        return all;
    }

    /** Whether the word before says that an acronym is another one: "mouvement PAP" moves teachers. */
    private boolean meansOther(@Nullable Word before, Word acronym) {
        return before != null
                && acronym.follows()
                && otherwise.getOrDefault(acronym.term(), List.of()).contains(before.term());
    }

    private @Nullable String level(@Nullable Word before, Word word) {
        String level = levels.get(word.term());
        if (level == null && before != null && word.follows()) {
            level = levels.get(before.term() + " " + word.term());
        }
        return level;
    }
}
