package fr.ecolhuma.etreprof.classification.serving;

import fr.ecolhuma.etreprof.classification.linear.Head;
import fr.ecolhuma.etreprof.classification.linear.LogisticRegression;
import fr.ecolhuma.etreprof.classification.linear.SparseVector;
import fr.ecolhuma.etreprof.classification.linear.Terms;
import fr.ecolhuma.etreprof.classification.text.Passage;
import fr.ecolhuma.etreprof.classification.text.Word;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The different words of one text, found once for all heads. */
final class TextFeatures {

    private final List<Word> words;
    private final int[] kinds;
    private final List<String> terms = new ArrayList<>();
    private final int[] firsts;
    private final double[] weights;
    private final float[] vector;

    private TextFeatures(List<Word> words, float[] vector) {
        this.words = words;
        this.vector = vector;
        this.kinds = new int[words.size()];
        this.firsts = new int[words.size()];
        this.weights = new double[words.size()];
        Map<String, Integer> known = HashMap.newHashMap(words.size());
        for (int i = 0; i < kinds.length; i++) {
            Word word = words.get(i);
            Integer before = known.putIfAbsent(word.term(), terms.size());
            kinds[i] = before == null ? terms.size() : before;
            if (before == null) {
                firsts[terms.size()] = i;
                terms.add(word.term());
            }
            weights[kinds[i]] += word.place().weight();
        }
    }

    /**
     * The features of a text.
     *
     * @param vector the text's vector, empty without an embedder
     */
    static TextFeatures of(List<Word> words, float[] vector) {
        return new TextFeatures(words, vector);
    }

    /** The features that a head knows; they are the ones that {@link Terms} names. */
    Known over(Head head, WordTable table) {
        WordTable.Entry[] entries = new WordTable.Entry[terms.size()];
        int most = 4 * words.size();
        for (int kind = 0; kind < entries.length; kind++) {
            entries[kind] = table.of(terms.get(kind));
            most += entries[kind].runs().size();
        }
        FeatureUses uses = new FeatureUses(most + vector.length);
        for (int i = 0; i < kinds.length; i++) {
            addWord(uses, entries[kinds[i]], i);
            if (i > 0 && words.get(i).follows()) {
                addPair(uses, table, entries, i);
            }
        }
        for (int kind = 0; kind < entries.length; kind++) {
            addRuns(uses, entries[kind].runs(), Terms.RUN_WEIGHT * weights[kind], firsts[kind]);
        }
        for (int i = 0; i < vector.length; i++) {
            uses.addOfTheWhole(head.vocabulary().placeOf(Terms.dimension(i)), vector[i]);
        }
        return new Known(head, uses);
    }

    private void addWord(FeatureUses uses, WordTable.Entry entry, int i) {
        Passage.Place place = words.get(i).place();
        uses.add(entry.place(), place.weight(), i, i);
        if (place == Passage.Place.TITLE) {
            uses.add(entry.titlePlace(), 1, i, i);
        }
    }

    private void addPair(FeatureUses uses, WordTable table, WordTable.Entry[] entries, int i) {
        WordTable.Entry first = entries[kinds[i - 1]];
        WordTable.Entry second = entries[kinds[i]];
        Passage.Place place = words.get(i).place();
        uses.add(table.pair(first, second), place.weight(), i - 1, i);
        if (place == Passage.Place.TITLE) {
            uses.add(table.titlePair(first, second), 1, i - 1, i);
        }
    }

    private static void addRuns(FeatureUses uses, WordTable.Runs runs, double weight, int word) {
        for (int run = 0; run < runs.size(); run++) {
            uses.add(runs.place(run), weight, word, word);
        }
    }

    /** The features of the text that a head knows. */
    final class Known {

        private final Head head;
        private final FeatureUses uses;
        private final SparseVector vector;

        private Known(Head head, FeatureUses uses) {
            this.head = head;
            this.uses = uses;
            this.vector = head.vocabulary().vector(uses.places(), uses.sums());
        }

        /** In the order of the features' first uses: sorting them took a tenth of a text's time. */
        SparseVector vector() {
            return vector;
        }

        /** The derivation of a label's score. */
        Explanation explain(String label) {
            LogisticRegression.Fit fit =
                    head.model().heads().get(head.model().labels().indexOf(label));
            double score = vector.dot(fit.weights().array()) + fit.bias();
            return new Explanation(score, fit.bias(), uses.amounts(kinds.length, perWeight(fit.weights())));
        }

        /** The amount that a use of weight 1 adds, by slot: uses of one feature share its amount by their weights. */
        private double[] perWeight(LogisticRegression.Weights weights) {
            double[] amounts = uses.sums();
            for (int slot = 0; slot < amounts.length; slot++) {
                amounts[slot] = weights.get(vector.feature(slot)) * vector.value(slot) / amounts[slot];
            }
            return amounts;
        }
    }
}
