package fr.ecolhuma.etreprof.classification.serving;

import java.util.Arrays;

/** Maps keys from 0 to numbers from 0 without one object per entry: open addressing with linear probing. */
final class LongTable {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final int FEWEST = 16;

    private final long[] keys;
    private final int[] values;
    private final int shift;

    /**
     * An empty table.
     *
     * @param most the largest number of keys
     */
    LongTable(int most) {
        int size = Integer.highestOneBit(Math.max(FEWEST, most)) * 4;
        this.keys = new long[size];
        this.values = new int[size];
        this.shift = Long.SIZE - Integer.numberOfTrailingZeros(size);
        Arrays.fill(keys, -1);
    }

    private int place(long key) {
        int place = (int) ((key * GOLDEN) >>> shift);
        while (keys[place] != key && keys[place] != -1) {
            place = (place + 1) & (keys.length - 1);
        }
        return place;
    }

    void put(long key, int value) {
        int place = place(key);
        keys[place] = key;
        values[place] = value;
    }

    /** The number of a key, or -1 if the key is unknown. */
    int get(long key) {
        int place = place(key);
        return keys[place] == key ? values[place] : -1;
    }
}
