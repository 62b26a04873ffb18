package fr.ecolhuma.etreprof.classification.language;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Finds whether a text is French, English or neither. Most texts show it by their short words alone; the others are
 * given to a model of many languages. A text that shows nothing, such as a title of three nouns, counts as French.
 */
public final class LanguageDetector {

    private static final Set<String> FRENCH = words("""
            le la les de des du un une et en est pour dans que qui sur avec ce cette ces sont pas par au
            aux plus ou il elle ils nous vous je on se sa son ses leur leurs mais comme etre faire tout
            tous sans a eleve eleves ecole classe enseignant enseignants""");
    /** French words that are rare in the languages beside French. */
    private static final Set<String> FRENCH_ALONE = words("""
            est pour dans avec sont pas aux nous vous leur leurs mais comme etre faire tout tous ces cette et sur ils
            elles qui au je une du eleve eleves ecole enseignant enseignants""");

    private static final Set<String> ENGLISH = words("""
            the of and to in is for that on with as are this be by an or from at it not have has their they
            we you your our can will how what when which who students student teaching learning teachers
            teacher school pupils classroom children strategies""");
    private static final Set<String> OTHERS = words("""
            el los las y por para con una der die das und ist nicht mit ein eine zu den von il che di della
            sono gli per het een niet van voor zijn wordt deze bij ook os uma nao em e o del lo els amb dels als
            aquest din pentru care este sunt prin cu jest nie oraz przez sie cum quod sed autem atque yo nan ak ap pou
            ki mwen timoun alumnos schuler estudiantes wir auf""");
    private static final double ENOUGH = 0.05;
    private static final double CLEAR = 0.1;
    private static final int FEWEST_CLEAR = 2;
    private static final int FEWEST_WORDS = 3;
    private static final int FEW_WORDS = 12;
    private static final int READ = 600;
    /** How much likelier than the next a foreign language must be; the fewer words, the more. */
    private static final double LEAD = 1.3;

    private static final double LEAD_OF_FEW = 1.5;
    private static final char FIRST_OF_OTHER_SCRIPTS = '\u0250';

    /** A part of a text's words, by how many of them each language has. */
    private record Shares(int words, int french, int frenchAlone, int english, int others) {

        static Shares of(List<String> words) {
            return new Shares(
                    words.size(),
                    count(words, FRENCH::contains),
                    count(words, FRENCH_ALONE::contains),
                    count(words, ENGLISH::contains),
                    count(words, OTHERS::contains));
        }

        private static int count(List<String> words, Predicate<String> wanted) {
            int count = 0;
            for (String word : words) {
                count += wanted.test(word) ? 1 : 0;
            }
            return count;
        }

        boolean clearlyFrench() {
            return frenchAlone >= CLEAR * words && frenchAlone >= 2 * Math.max(english, others);
        }

        boolean clearlyEnglish() {
            return english >= FEWEST_CLEAR && english >= 2 * CLEAR * words && english > 2 * Math.max(french, others);
        }

        boolean areOfOthers() {
            return others > Math.max(french, english) && others >= ENOUGH * words;
        }

        Language likelier() {
            return english > french ? Language.EN : Language.FR;
        }
    }

    /**
     * The language of a text.
     *
     * @param words lower case, accents removed
     * @param passages of the text as it was written; asked only where the words do not show the language
     */
    public Language detect(List<String> words, Supplier<Stream<String>> passages) {
        if (isOfOtherScript(words)) {
            return Language.OTHER;
        }
        Shares shares = Shares.of(words);
        if (words.size() < FEWEST_WORDS) {
            return shares.areOfOthers() ? Language.OTHER : shares.likelier();
        }
        if (shares.clearlyFrench()) {
            return Language.FR;
        }
        return shares.clearlyEnglish() ? Language.EN : guessed(shares, start(passages.get()));
    }

    private static Language guessed(Shares shares, String start) {
        LanguageModel.Guess guess = LanguageModel.guess(start);
        if (guess.lead() >= (shares.words() < FEW_WORDS ? LEAD_OF_FEW : LEAD) || shares.areOfOthers()) {
            return Language.OTHER;
        }
        return guess.english() > guess.french() && shares.english() > shares.french() ? Language.EN : Language.FR;
    }

    private static String start(Stream<String> passages) {
        StringBuilder start = new StringBuilder();
        passages.takeWhile(passage -> start.length() < READ)
                .forEach(passage -> start.append(passage, 0, Math.min(passage.length(), READ))
                        .append('\n'));
        return start.toString();
    }

    private static boolean isOfOtherScript(List<String> words) {
        int letters = 0;
        int latin = 0;
        for (String word : words) {
            letters += word.length();
            latin += latinLetters(word);
        }
        return letters > 0 && latin * 2 < letters;
    }

    private static int latinLetters(String word) {
        int letters = 0;
        for (int i = 0; i < word.length(); i++) {
            letters += word.charAt(i) < FIRST_OF_OTHER_SCRIPTS ? 1 : 0;
        }
        return letters;
    }

    private static Set<String> words(String words) {
        return Set.of(words.split("\\s+"));
    }
}
