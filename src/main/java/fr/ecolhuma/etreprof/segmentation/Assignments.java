package fr.ecolhuma.etreprof.segmentation;

import java.util.Arrays;
import java.util.List;

/** The segment of every user, one byte per user, in row order. */
public final class Assignments {

    private final byte[] segments;
    private final int[] counts;

    private Assignments(byte[] segments, int[] counts) {
        this.segments = segments;
        this.counts = counts;
    }

    /**
     * Assignments from one segment id per row.
     *
     * @param segments ids from 0 to {@code k - 1}
     * @param k number of segments
     * @throws IllegalArgumentException if an id is out of range
     */
    public static Assignments of(byte[] segments, int k) {
        int[] counts = new int[k];
        for (byte segment : segments) {
            if (segment < 0 || segment >= k) {
                throw new IllegalArgumentException("found segment %d, expected 0 to %d".formatted(segment, k - 1));
            }
            counts[segment]++;
        }
        return new Assignments(segments.clone(), counts);
    }

    /** Number of users. */
    public int size() {
        return segments.length;
    }

    /** The segment of the user at a row. */
    public int segment(int row) {
        return segments[row];
    }

    /** Number of users of each segment, in id order. */
    public List<Integer> counts() {
        return Arrays.stream(counts).boxed().toList();
    }
}
