package fr.ecolhuma.etreprof.classification.serving;

import java.util.Arrays;

/** Each use of a known feature in a text, in order, and the sum of the weights of all uses of each. */
final class FeatureUses {

    private static final int GOLDEN = 0x9E3779B9;
    private static final int NO_WORD = -1;

    /** The slot of a feature plus 1, by the hash of its place; 0 means free. */
    private final int[] table;

    private final int shift;
    private final int[] slotOf;
    private final int[] firsts;
    private final int[] lasts;
    private final double[] weights;
    private int size;
    private final int[] places;
    private final double[] sums;
    private int features;

    /**
     * An empty list of uses.
     *
     * @param most the largest number of uses
     */
    FeatureUses(int most) {
        int capacity = 2 * Integer.highestOneBit(Math.max(2, most));
        this.table = new int[capacity];
        this.shift = Integer.SIZE - Integer.numberOfTrailingZeros(capacity);
        this.slotOf = new int[most];
        this.firsts = new int[most];
        this.lasts = new int[most];
        this.weights = new double[most];
        this.places = new int[most];
        this.sums = new double[most];
    }

    /**
     * Adds a use.
     *
     * @param place of the feature; -1, an unknown feature, is ignored
     * @param first the place of its first word in the text
     * @param last the place of its last word
     */
    void add(int place, double weight, int first, int last) {
        if (place < 0) {
            return;
        }
        int slot = slot(place);
        sums[slot] += weight;
        slotOf[size] = slot;
        firsts[size] = first;
        lasts[size] = last;
        weights[size++] = weight;
    }

    private int slot(int place) {
        int at = (place * GOLDEN) >>> shift;
        while (table[at] != 0 && places[table[at] - 1] != place) {
            at = (at + 1) & (table.length - 1);
        }
        if (table[at] == 0) {
            places[features++] = place;
            table[at] = features;
        }
        return table[at] - 1;
    }

    /** Adds a use that belongs to no word but to the whole text. */
    void addOfTheWhole(int place, double weight) {
        if (weight != 0) {
            add(place, weight, NO_WORD, NO_WORD);
        }
    }

    /** The place of each different feature, by slot. */
    int[] places() {
        return Arrays.copyOf(places, features);
    }

    /** The weights of all uses of a feature, by slot. */
    double[] sums() {
        return Arrays.copyOf(sums, features);
    }

    /**
     * The amount of each word when the words of a use share it.
     *
     * @param words how many words the text has
     * @param perWeight the amount of a use of weight 1, by slot
     */
    double[] amounts(int words, double[] perWeight) {
        double[] amounts = new double[words];
        for (int use = 0; use < size; use++) {
            if (firsts[use] == NO_WORD) {
                continue;
            }
            double half = perWeight[slotOf[use]] * weights[use] / 2;
            amounts[firsts[use]] += half;
            amounts[lasts[use]] += half;
        }
        return amounts;
    }
}
