package fr.ecolhuma.etreprof.csv;

import java.nio.charset.StandardCharsets;

/** One cell or several of a row, encoded once and written many times. */
public final class RawCells {

    public static final RawCells EMPTY = of("");

    private final byte[] bytes;

    private RawCells(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The text is written unchanged: it must not need quotes, and commas in it separate cells. */
    public static RawCells of(String text) {
        return new RawCells(text.getBytes(StandardCharsets.UTF_8));
    }

    int length() {
        return bytes.length;
    }

    void copyTo(byte[] target, int offset) {
        System.arraycopy(bytes, 0, target, offset, bytes.length);
    }
}
