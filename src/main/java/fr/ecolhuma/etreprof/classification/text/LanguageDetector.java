package fr.ecolhuma.etreprof.classification.text;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds whether a text is French, English or neither, by the most common short words. */
final class LanguageDetector {

    private static final Set<String> FRENCH = words("""
            le la les de des du un une et en est pour dans que qui sur avec ce cette ces sont pas par au
            aux plus ou il elle ils nous vous je on se sa son ses leur leurs mais comme etre faire tout
            tous sans a eleve eleves ecole classe enseignant enseignants""");
    private static final Set<String> ENGLISH = words("""
            the of and to in is for that on with as are this be by an or from at it not have has their they
            we you your our can will how what when which who students student teaching learning teachers
            teacher school pupils classroom children strategies""");
    private static final Set<String> OTHERS = words("""
            el los las y por para con una der die das und ist nicht mit ein eine zu den von il che di della
            sono gli per non het een niet van voor os uma nao em o e del lo alumnos schuler estudiantes wir
            auf""");
    private static final Set<String> COMMON =
            Stream.of(FRENCH, ENGLISH, OTHERS).flatMap(Set::stream).collect(Collectors.toCollection(HashSet::new));
    private static final double ENOUGH = 0.05;
    private static final int FEW_WORDS = 12;
    private static final char FIRST_OF_OTHER_SCRIPTS = '\u0250';

    /**
     * The language of a text.
     *
     * @param words lower case, accents removed
     */
    Language detect(List<String> words) {
        int letters = 0;
        int latin = 0;
        int french = 0;
        int english = 0;
        int others = 0;
        for (String word : words) {
            letters += word.length();
            latin += latinLetters(word);
            if (COMMON.contains(word)) {
                french += FRENCH.contains(word) ? 1 : 0;
                english += ENGLISH.contains(word) ? 1 : 0;
                others += OTHERS.contains(word) ? 1 : 0;
            }
        }
        if (letters > 0 && latin * 2 < letters) {
            return Language.OTHER;
        }
        int known = Math.max(french, english);
        if (others > known && others >= ENOUGH * words.size()) {
            return Language.OTHER;
        }
        if (known < ENOUGH * words.size() && words.size() >= FEW_WORDS) {
            return Language.OTHER;
        }
        return english > french ? Language.EN : Language.FR;
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
