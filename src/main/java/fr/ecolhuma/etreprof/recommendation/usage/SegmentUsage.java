package fr.ecolhuma.etreprof.recommendation.usage;

import java.util.List;

/**
 * The use of each content by one segment, and its score.
 *
 * <p>For a content, let {@code n} be the segment's users who used it, each weighing {@code 2^(-age / half-life)} by the
 * age of their last use, {@code e} the same sum over all users times the segment's share of all users, and {@code m} a
 * prior weight. {@code lift = (n + m) / (e + m)} is the ratio of the use by the segment to that by all users, pulled
 * towards 1 if few have used it at all: the posterior mean of a Poisson rate with a Gamma(m, m) prior. The score is the
 * expected use in the segment times the lift, {@code e · lift²}, scaled so that the best content of the segment has 1.
 *
 * @param users the number of users of the segment
 * @param population the number of all users
 * @param entries one entry per content, in the catalogue's order
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
