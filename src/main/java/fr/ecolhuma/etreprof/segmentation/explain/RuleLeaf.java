package fr.ecolhuma.etreprof.segmentation.explain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** A leaf of a tree of rules: the bounds of the counts that lead to it, and its users. */
final class RuleLeaf {

    /** Counts above {@code low} and up to {@code high}. */
    private record Bounds(int low, int high) {}

    private static final Bounds ANY = new Bounds(-1, Integer.MAX_VALUE);

    private final SortedMap<Integer, Bounds> bounds;
    private final long[] users;

    private RuleLeaf(SortedMap<Integer, Bounds> bounds, long[] users) {
        this.bounds = bounds;
        this.users = users;
    }

    /** @param users of each segment */
    static RuleLeaf root(long[] users) {
        return new RuleLeaf(new TreeMap<>(), users);
    }

    RuleLeaf atMost(int column, int threshold, long[] those) {
        Bounds now = bounds.getOrDefault(column, ANY);
        return with(column, new Bounds(now.low(), Math.min(now.high(), threshold)), those);
    }

    RuleLeaf above(int column, int threshold, long[] those) {
        Bounds now = bounds.getOrDefault(column, ANY);
        return with(column, new Bounds(Math.max(now.low(), threshold), now.high()), those);
    }

    private RuleLeaf with(int column, Bounds narrower, long[] those) {
        SortedMap<Integer, Bounds> narrowed = new TreeMap<>(bounds);
        narrowed.put(column, narrower);
        return new RuleLeaf(narrowed, those);
    }

    /** The segment of most users here, among equals the first. */
    int segment() {
        return mostOf(users);
    }

    static int mostOf(long[] users) {
        int most = 0;
        for (int segment = 1; segment < users.length; segment++) {
            most = users[segment] > users[most] ? segment : most;
        }
        return most;
    }

    long users() {
        return Arrays.stream(users).sum();
    }

    /** Users here who are in the segment of the leaf. */
    long right() {
        return users[segment()];
    }

    /**
     * The bounds in words, such as {@code nb_opened_mail > 12 and total_interactions_x <= 3}; {@code any} without
     * bounds.
     */
    String rule(List<String> columns) {
        List<String> parts = new ArrayList<>();
        bounds.forEach((column, narrow) -> {
            if (narrow.low() >= 0) {
                parts.add("%s > %d".formatted(columns.get(column), narrow.low()));
            }
            if (narrow.high() < Integer.MAX_VALUE) {
                parts.add("%s <= %d".formatted(columns.get(column), narrow.high()));
            }
        });
        return parts.isEmpty() ? "any" : String.join(" and ", parts);
    }
}
