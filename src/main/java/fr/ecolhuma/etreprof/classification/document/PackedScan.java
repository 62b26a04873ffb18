package fr.ecolhuma.etreprof.classification.document;

import java.nio.charset.StandardCharsets;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Inflates the streams in a PDF's bytes without keeping them, before the file is opened: opening unpacks some of them.
 */
final class PackedScan {

    private static final String STREAM = "stream";
    private static final int DICTIONARY = 1024;

    /** The picture of a page is large, and reading text never unpacks it. */
    private static final int PICTURES_MEBIBYTES = 100;

    private static final int OTHERS_MEBIBYTES = 20;

    /** A file's bytes are read once, and those that look like a stream once more; this many times is hostile. */
    private static final int PACKED_SHARE = 4;

    private final byte[] bytes;
    private final String characters;
    private final ByteBudget pictures = new ByteBudget(PICTURES_MEBIBYTES);
    private final ByteBudget others = new ByteBudget(OTHERS_MEBIBYTES);
    private final byte[] buffer = new byte[8192];

    private PackedScan(byte[] bytes) {
        this.bytes = bytes;
        this.characters = new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /**
     * Accepts a file if its deflated streams are small together.
     *
     * @throws DocumentException if they are too large once unpacked
     */
    static void check(byte[] bytes) {
        new PackedScan(bytes).check();
    }

    private void check() {
        Inflater inflater = new Inflater();
        try {
            int at = characters.indexOf(STREAM);
            while (at >= 0) {
                boolean end = at >= 3 && characters.startsWith("end", at - 3);
                int after = at + STREAM.length();
                at = characters.indexOf(STREAM, end ? after : inflate(inflater, after, budget(at)));
            }
        } finally {
            inflater.end();
        }
    }

    private ByteBudget budget(int at) {
        String before = characters.substring(Math.max(0, at - DICTIONARY), at);
        return before.substring(Math.max(0, before.lastIndexOf("obj"))).contains("/Image") ? pictures : others;
    }

    /** The place to continue the scan: after the deflated data, if there is any. */
    private int inflate(Inflater inflater, int after, ByteBudget budget) {
        int start = after;
        while (start < bytes.length && (bytes[start] == '\r' || bytes[start] == '\n')) {
            start++;
        }
        inflater.reset();
        inflater.setInput(bytes, start, bytes.length - start);
        try {
            int read = inflater.inflate(buffer);
            while (read > 0) {
                budget.spend(read);
                read = inflater.inflate(buffer);
            }
        } catch (DataFormatException notDeflated) {
            return start;
        } finally {
            // deflated data that holds nothing takes time too
            others.spend(inflater.getBytesRead() / PACKED_SHARE);
        }
        return inflater.finished() ? start + (int) inflater.getBytesRead() : start;
    }
}
