package fr.ecolhuma.etreprof.recommendation.usage;

import java.util.List;

/**
 * How much one segment uses each content, and how high that ranks it.
 *
 * <p>For a content, let {@code n} be the segment's users who used it, each weighing {@code 2^(-age / half-life)} by the age
 * of their last use, {@code e} the same sum over everybody times the segment's share of all users, and {@code m} a prior
 * weight. {@code lift = (n + m) / (e + m)} is how much more (or less) the segment uses it than everybody does, pulled
 * towards 1 where few have used it at all: the posterior mean of a Poisson rate with a Gamma(m, m) prior. The score is the
 * expected use in the segment times the lift, {@code e · lift²}, scaled so that the best content of the segment has 1.
 *
 * @param users users of the segment
 * @param population users in all
 * @param entries one entry a content, in the catalogue's order
 */
public record SegmentUsage(int users, int population, List<Entry> entries) {

    /**
     * The use of one content.
     *
     * @param segmentUsers users of the segment who ever used it
     * @param allUsers users who ever used it
     * @param score 0 to 1
     */
    public record Entry(int segmentUsers, int allUsers, double score) {}

    public SegmentUsage {
        entries = List.copyOf(entries);
    }

    /** Share of the segment's users who used a content, 0 to 1. */
    public double segmentShare(int content) {
        return users == 0 ? 0 : (double) entries.get(content).segmentUsers() / users;
    }

    /** Share of all users who used a content, 0 to 1. */
    public double populationShare(int content) {
        return population == 0 ? 0 : (double) entries.get(content).allUsers() / population;
    }
}
