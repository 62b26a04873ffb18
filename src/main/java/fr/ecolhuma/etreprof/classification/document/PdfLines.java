package fr.ecolhuma.etreprof.classification.document;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Brings the lines of a page together: words cut at a line's end, and letters that stand apart for looks. */
final class PdfLines {

    private static final Pattern INDENT = Pattern.compile("(?m)^\\h+");
    private static final Pattern CUT = Pattern.compile(
            "(?<![\\p{L}\\p{M}])([\\p{L}\\p{M}]++)[-\\u2010\\u00AD]\\h*\\n{1,2}\\h*(\\p{Ll}[\\p{L}\\p{M}]*)");
    private static final Pattern SPACED =
            Pattern.compile("(?<![\\p{L}\\p{N}'’])\\p{Lu}(?:\\h\\p{Lu}){3,}(?![\\p{L}\\p{N}])");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]++(?:-[\\p{L}\\p{M}]++)*+");

    private PdfLines() {}

    /** The text with whole words, and no line that an indent would make code in markdown. */
    static String joined(String text) {
        String lines = INDENT.matcher(text).replaceAll("");
        Set<String> words = words(lines);
        String whole = CUT.matcher(lines)
                .replaceAll(cut -> Matcher.quoteReplacement(joined(cut.group(1), cut.group(2), words)));
        return SPACED.matcher(whole).replaceAll(spaced -> spaced.group().replaceAll("\\h", ""));
    }

    /** A hyphen that belongs to the word stays: the text has the compound elsewhere, or both of its parts. */
    private static String joined(String first, String second, Set<String> words) {
        String compound = (first + "-" + second).toLowerCase(Locale.ROOT);
        boolean parts = words.contains(first.toLowerCase(Locale.ROOT)) && words.contains(second);
        return first + (parts || words.contains(compound) ? "-" : "") + second;
    }

    /** The whole words of the text; what is cut is none. */
    private static Set<String> words(String lines) {
        Set<String> words = new HashSet<>();
        WORD.matcher(CUT.matcher(lines).replaceAll(" "))
                .results()
                .forEach(word -> words.add(word.group().toLowerCase(Locale.ROOT)));
        return words;
    }
}
