package fr.ecolhuma.etreprof.demo.csv;

import java.nio.charset.StandardCharsets;

/** A piece of a CSV row encoded once and written many times. */
public final class Cell {

    public static final Cell EMPTY = raw("");

    private final byte[] bytes;

    private Cell(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Written as it is: must not need quotes; commas in it separate cells. */
    public static Cell raw(String text) {
        return new Cell(text.getBytes(StandardCharsets.UTF_8));
    }

    int length() {
        return bytes.length;
    }

    void copyTo(byte[] target, int offset) {
        System.arraycopy(bytes, 0, target, offset, bytes.length);
    }
}
