package fr.ecolhuma.etreprof.classification.serving;

import fr.ecolhuma.etreprof.classification.linear.Head;
import fr.ecolhuma.etreprof.classification.linear.Terms;
import fr.ecolhuma.etreprof.classification.linear.Vocabulary;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A head's places of single words: of the word in texts, of the word in titles, and of its runs of characters. Each
 * word is looked up once and kept, since runs are most of a text's features. A pair of words is found by the numbers of
 * both.
 */
final class WordTable {

    private static final int MOST_KEPT = 50_000;
    private static final int LONGEST_KEPT = 40;
    private static final int[] NO_RUNS = {};

    /**
     * A word.
     *
     * @param number of the word if it is part of a known pair, else -1
     * @param place of the word alone, or -1
     * @param titlePlace of the word in titles, or -1
     */
    record Entry(int number, int place, int titlePlace, Runs runs) {}

    /** The places of the word's known runs, in the order in which they stand in it. */
    static final class Runs {

        private final int[] places;

        private Runs(int[] places) {
            this.places = places;
        }

        int size() {
            return places.length;
        }

        int place(int run) {
            return places[run];
        }
    }

    private final Vocabulary vocabulary;
    private final boolean characters;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final LongTable pairs;
    private final LongTable titlePairs;
    private final ConcurrentHashMap<String, Entry> kept = new ConcurrentHashMap<>();

    private WordTable(Head head) {
        this.vocabulary = head.vocabulary();
        this.characters = head.characters();
        this.pairs = new LongTable(pairs(vocabulary, false));
        this.titlePairs = new LongTable(pairs(vocabulary, true));
    }

    static WordTable of(Head head) {
        WordTable table = new WordTable(head);
        for (int place = 0; place < head.vocabulary().size(); place++) {
            String feature = head.vocabulary().features().get(place);
            int space = Terms.isRun(feature) ? -1 : feature.indexOf(Terms.PAIR);
            if (space >= 0) {
                table.addPair(feature, space, place);
            }
        }
        return table;
    }

    private static int pairs(Vocabulary vocabulary, boolean titles) {
        return (int) vocabulary.features().stream()
                .filter(feature -> feature.indexOf(Terms.PAIR) > 0 && Terms.isTitle(feature) == titles)
                .count();
    }

    private void addPair(String feature, int space, int place) {
        boolean title = Terms.isTitle(feature);
        int first = number(feature.substring(title ? 1 : 0, space));
        int second = number(feature.substring(space + 1));
        (title ? titlePairs : pairs).put(key(first, second), place);
    }

    private int number(String word) {
        return numbers.computeIfAbsent(word, unseen -> numbers.size());
    }

    /** Packs two numbers into one. */
    private static long key(int first, int second) {
        return ((long) first << Integer.SIZE) | second;
    }

    /** The known places of a word. */
    Entry of(String word) {
        Entry known = kept.get(word);
        if (known != null) {
            return known;
        }
        Entry entry = lookUp(word);
        if (word.length() <= LONGEST_KEPT) {
            if (kept.size() >= MOST_KEPT) {
                kept.clear();
            }
            kept.put(word, entry);
        }
        return entry;
    }

    private Entry lookUp(String word) {
        return new Entry(
                numbers.getOrDefault(word, -1),
                vocabulary.placeOf(word),
                vocabulary.placeOf(Terms.TITLE + word),
                new Runs(characters ? runs(word) : NO_RUNS));
    }

    private int[] runs(String word) {
        return Terms.runs(word).stream()
                .mapToInt(vocabulary::placeOf)
                .filter(place -> place >= 0)
                .toArray();
    }

    /** The place of a pair, or -1 if it is unknown. */
    int pair(Entry first, Entry second) {
        return place(pairs, first, second);
    }

    /** The place of a pair in titles, or -1 if it is unknown. */
    int titlePair(Entry first, Entry second) {
        return place(titlePairs, first, second);
    }

    private static int place(LongTable pairs, Entry first, Entry second) {
        boolean known = first.number() >= 0 && second.number() >= 0;
        return known ? pairs.get(key(first.number(), second.number())) : -1;
    }
}
