package fr.ecolhuma.etreprof.classification.linear;

import fr.ecolhuma.etreprof.classification.text.Passage;
import fr.ecolhuma.etreprof.classification.text.Word;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The features of a document: words, pairs of words, the words and pairs of its title again in a space of their own,
 * on request the runs of 4 and 5 characters of each word, and the dimensions of its vector where there is an embedder.
 */
public final class Terms {

    public static final char TITLE = '^';
    private static final char RUN = '#';
    private static final char DIMENSION = '~';
    public static final char PAIR = ' ';
    private static final int SHORTEST_RUN = 4;
    private static final int LONGEST_RUN = 5;
    public static final double RUN_WEIGHT = 0.5;

    private Terms() {}

    public static List<Term> of(List<Word> words, boolean characters) {
        List<Term> terms = new ArrayList<>(words.size() * 3 + 16);
        for (int i = 0; i < words.size(); i++) {
            Word word = words.get(i);
            add(terms, word.term(), word.place(), i, i);
            if (i > 0 && word.follows()) {
                add(terms, words.get(i - 1).term() + PAIR + word.term(), word.place(), i - 1, i);
            }
        }
        if (characters) {
            addRuns(terms, words);
        }
        return terms;
    }

    private static void add(List<Term> terms, String feature, Passage.Place place, int first, int last) {
        terms.add(new Term(feature, place.weight(), first, last));
        if (place == Passage.Place.TITLE) {
            terms.add(new Term(TITLE + feature, 1, first, last));
        }
    }

    /** The runs of a word are added once, at its first place, with the weight of all its places. */
    private static void addRuns(List<Term> terms, List<Word> words) {
        Map<String, Integer> firsts = new LinkedHashMap<>();
        Map<String, Double> weights = new LinkedHashMap<>();
        for (int i = 0; i < words.size(); i++) {
            firsts.putIfAbsent(words.get(i).term(), i);
            weights.merge(words.get(i).term(), words.get(i).place().weight(), Double::sum);
        }
        firsts.forEach((term, first) -> addRuns(terms, term, weights.getOrDefault(term, 1.0), first));
    }

    private static void addRuns(List<Term> terms, String word, double weight, int place) {
        runs(word).forEach(run -> terms.add(new Term(run, RUN_WEIGHT * weight, place, place)));
    }

    /** The runs of a word, the shorter ones first. */
    public static List<String> runs(String word) {
        String framed = "<" + word + ">";
        List<String> runs = new ArrayList<>(2 * framed.length());
        for (int length = SHORTEST_RUN; length <= LONGEST_RUN; length++) {
            for (int start = 0; start + length <= framed.length(); start++) {
                runs.add(RUN + framed.substring(start, start + length));
            }
        }
        return runs;
    }

    public static boolean isRun(String feature) {
        return feature.charAt(0) == RUN;
    }

    /** Whether a feature is a word of the document, and not a pair, a run or a feature of the title. */
    static boolean isWord(String feature) {
        return !isTitle(feature) && !isRun(feature) && !isDimension(feature) && feature.indexOf(PAIR) < 0;
    }

    /** The name of a dimension of a document's vector, from 0. */
    public static String dimension(int number) {
        return DIMENSION + Integer.toString(number);
    }

    /** Whether a feature is a dimension of the document's vector. */
    public static boolean isDimension(String feature) {
        return feature.charAt(0) == DIMENSION;
    }

    public static boolean isTitle(String feature) {
        return feature.charAt(0) == TITLE;
    }
}
