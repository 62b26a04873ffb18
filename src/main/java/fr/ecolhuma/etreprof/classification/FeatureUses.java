package fr.ecolhuma.etreprof.classification;

import java.util.Arrays;

/** Each use of a known feature in a text, in order, and the sum of the weights of all uses of each. */
final class FeatureUses {

    private final LongTable slots;
    private final int[] slotOf;
    private final int[] firsts;
    private final int[] lasts;
    private final double[] weights;
    private int size;
    private final int[] places;
    private final double[] sums;
    private int features;

    /**
     * None yet.
     *
     * @param most how many uses there can be
     */
    FeatureUses(int most) {
        this.slots = new LongTable(most);
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
     * @param place of the feature; one that is not known, -1, is left out
     * @param first the place of its first word in the text
     * @param last the place of its last word
     */
    void add(int place, double weight, int first, int last) {
        if (place < 0) {
            return;
        }
        int known = slots.get(place);
        int slot = known < 0 ? features++ : known;
        if (known < 0) {
            slots.put(place, slot);
            places[slot] = place;
        }
        sums[slot] += weight;
        slotOf[size] = slot;
        firsts[size] = first;
        lasts[size] = last;
        weights[size++] = weight;
    }

    /** The places of the different features, ascending, each with its slot in the lower half. */
    long[] ascending() {
        long[] keys = new long[features];
        for (int slot = 0; slot < features; slot++) {
            keys[slot] = ((long) places[slot] << Integer.SIZE) | slot;
        }
        Arrays.sort(keys);
        return keys;
    }

    double sum(int slot) {
        return sums[slot];
    }

    /**
     * What each word is worth when the words of a use share it.
     *
     * @param words how many words the text has
     * @param perWeight what a use of weight 1 is worth, by slot
     */
    double[] amounts(int words, double[] perWeight) {
        double[] amounts = new double[words];
        for (int use = 0; use < size; use++) {
            double half = perWeight[slotOf[use]] * weights[use] / 2;
            amounts[firsts[use]] += half;
            amounts[lasts[use]] += half;
        }
        return amounts;
    }
}
