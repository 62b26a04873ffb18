package fr.ecolhuma.etreprof.features;

import java.util.Arrays;

/** Ints of a number not known beforehand. */
final class IntList {

    private int[] items = new int[1024];
    private int size;

    void add(int item) {
        if (size == items.length) {
            items = Arrays.copyOf(items, size * 2);
        }
        items[size++] = item;
    }

    int[] toArray() {
        return Arrays.copyOf(items, size);
    }
}
