package fr.ecolhuma.etreprof.segmentation.explain;

import fr.ecolhuma.etreprof.segmentation.Assignments;
import fr.ecolhuma.etreprof.tables.CountMatrix;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Rules by which people could tell the segments, from a tree of three questions at most, and how far they agree with the
 * model.
 *
 * @param depth how many questions lead to a segment at most
 * @param accuracy the share of all users whose segment the rules tell, three decimals
 * @param segments one a segment, in id order
 */
public record SegmentRules(int depth, double accuracy, List<SegmentRule> segments) {

    private static final int DEPTH = 3;
    private static final double DECIMALS = 1_000;

    /**
     * The rules of a segment.
     *
     * @param clauses any of which leads to it; none when three questions cannot tell it
     * @param precision the share of those that the rules tell to be in it who are, three decimals; 0 without clauses
     * @param recall the share of its users whom the rules tell, three decimals
     */
    public record SegmentRule(int segment, List<Clause> clauses, double precision, double recall) {

        public SegmentRule {
            clauses = List.copyOf(clauses);
        }
    }

    /**
     * Conditions that have to hold together.
     *
     * @param rule such as {@code nb_opened_mail > 12 and total_interactions_x <= 3}
     * @param users for whom they hold, 5 at least where there are as many
     * @param precision the share of them who are in the segment, three decimals
     */
    public record Clause(String rule, long users, double precision) {}

    public SegmentRules {
        segments = List.copyOf(segments);
    }

    static SegmentRules of(CountMatrix counts, Assignments assignments) {
        List<RuleLeaf> leaves = RuleTree.fit(counts, assignments, DEPTH).leaves();
        long right = leaves.stream().mapToLong(RuleLeaf::right).sum();
        List<SegmentRule> rules = IntStream.range(0, assignments.counts().size())
                .mapToObj(segment -> rule(
                        segment,
                        leaves.stream()
                                .filter(leaf -> leaf.segment() == segment && leaf.users() > 0)
                                .toList(),
                        assignments.counts().get(segment),
                        counts.columns()))
                .toList();
        return new SegmentRules(DEPTH, share(right, counts.rows()), rules);
    }

    private static SegmentRule rule(int segment, List<RuleLeaf> leaves, int size, List<String> columns) {
        long told = leaves.stream().mapToLong(RuleLeaf::users).sum();
        long right = leaves.stream().mapToLong(RuleLeaf::right).sum();
        List<Clause> clauses = leaves.stream()
                .map(leaf -> new Clause(leaf.rule(columns), leaf.users(), share(leaf.right(), leaf.users())))
                .toList();
        return new SegmentRule(segment, clauses, share(right, told), share(right, size));
    }

    private static double share(long part, long whole) {
        return whole == 0 ? 0 : Math.round(DECIMALS * part / whole) / DECIMALS;
    }
}
