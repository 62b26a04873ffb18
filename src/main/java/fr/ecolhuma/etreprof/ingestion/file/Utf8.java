package fr.ecolhuma.etreprof.ingestion.file;

/** Checks byte by byte whether a text is well-formed UTF-8 (Unicode 17, table 3-7). */
final class Utf8 {

    private static final int LOWEST = 0x80;
    private static final int HIGHEST = 0xbf;

    private int missing;
    private int low = LOWEST;
    private int high = HIGHEST;

    /** Whether a character has begun and not ended. */
    boolean isInside() {
        return missing > 0;
    }

    /** Takes the next byte, 0 to 255; false when it is not allowed here. */
    boolean accept(int b) {
        if (missing == 0) {
            return begin(b);
        }
        boolean fits = b >= low && b <= high;
        low = LOWEST;
        high = HIGHEST;
        missing--;
        return fits;
    }

    private boolean begin(int b) {
        if (b < LOWEST) {
            return true;
        }
        if (b < 0xc2 || b > 0xf4) {
            return false;
        }
        missing = b < 0xe0 ? 1 : b < 0xf0 ? 2 : 3;
        low = b == 0xe0 ? 0xa0 : b == 0xf0 ? 0x90 : LOWEST;
        high = b == 0xed ? 0x9f : b == 0xf4 ? 0x8f : HIGHEST;
        return true;
    }
}
