package fr.ecolhuma.etreprof.classification.text;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The place of each character of a passage in the source, which may write it as an entity or behind a backslash. */
final class Alignment {

    private static final Pattern ENTITY = Pattern.compile("&(?:#[xX]?[0-9a-fA-F]{1,7}|[A-Za-z][A-Za-z0-9]{1,31});");
    private static final int[] NONE = {};

    private final int base;
    private final int[] starts;
    private final int[] ends;

    private Alignment(int base, int[] starts, int[] ends) {
        this.base = base;
        this.starts = starts;
        this.ends = ends;
    }

    /** The alignment of a passage that is written as in the source. */
    static Alignment straight(int start) {
        return new Alignment(start, NONE, NONE);
    }

    /**
     * The alignment of a passage that the parser read from a part of the source; text that cannot be found there is
     * placed over the whole rest of it.
     *
     * @param start where the part begins
     * @param end where it ends; the parser does not count an escape in a table's cell, so the search goes further
     */
    static Alignment of(String text, String source, int start, int end) {
        if (end - start == text.length() && source.startsWith(text, start)) {
            return straight(start);
        }
        int[] starts = new int[text.length()];
        int[] ends = new int[text.length()];
        Arrays.fill(ends, end);
        Matcher entity = ENTITY.matcher(source).region(start, source.length());
        int at = start;
        for (int i = 0; i < starts.length; i++) {
            int from = escaped(source, at, text.charAt(i)) ? at + 1 : at;
            int length = length(text, i, source, from, entity);
            if (length == 0) {
                Arrays.fill(starts, i, starts.length, Math.min(at, end));
                break;
            }
            starts[i] = from;
            ends[i] = from + length;
            at = halfOfOne(text, i, length) ? from : from + length;
        }
        return new Alignment(start, starts, ends);
    }

    private static boolean escaped(String source, int at, char next) {
        return at + 1 < source.length() && source.charAt(at) == '\\' && source.charAt(at + 1) == next;
    }

    /** The length of the source's spelling of a character; 0 if it spells another character. */
    private static int length(String text, int index, String source, int at, Matcher entity) {
        if (at >= entity.regionEnd()) {
            return 0;
        }
        char c = source.charAt(at);
        if (c == '&' && entity.region(at, entity.regionEnd()).lookingAt() && !text.startsWith(entity.group(), index)) {
            return entity.end() - at;
        }
        return c == text.charAt(index) ? 1 : 0;
    }

    /** An entity may stand for two characters of the text. */
    private static boolean halfOfOne(String text, int index, int length) {
        return length > 1 && Character.isHighSurrogate(text.charAt(index));
    }

    /** The place in the source where the character at an index of the passage begins. */
    int start(int index) {
        return starts.length == 0 ? base + index : starts[index];
    }

    /** The place in the source where the run that ends before an index of the passage ends. */
    int end(int index) {
        return ends.length == 0 ? base + index : ends[index - 1];
    }
}
