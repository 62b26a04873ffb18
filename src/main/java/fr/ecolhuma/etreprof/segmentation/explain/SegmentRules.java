package fr.ecolhuma.etreprof.segmentation.explain;

import fr.ecolhuma.etreprof.segmentation.Assignments;
import fr.ecolhuma.etreprof.tables.CountMatrix;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Rules by which people can recognise the segments, from a tree of at most three questions, and how far the rules agree
 * with the model.
 *
 * @param depth the most questions that lead to a segment
 * @param accuracy the share of all users for whom the rules lead to the right segment, three decimals
 * @param segments one per segment, in id order
 */
public record SegmentRules(int depth, double accuracy, List<SegmentRule> segments) {

    private static final int DEPTH = 3;
    private static final double DECIMALS = 1_000;

    /**
     * The rules of a segment.
     *
     * @param clauses each of them leads to the segment; none when no three questions do
     * @param precision among the users whom the clauses lead here, the share who are in the segment, three decimals; 0
     *     without clauses
     * @param recall among the users of the segment, the share whom the clauses lead here, three decimals
     */
    public record SegmentRule(int segment, List<Clause> clauses, double precision, double recall) {

        public SegmentRule {
            clauses = List.copyOf(clauses);
        }
    }

    /**
     * Conditions that must hold together.
     *
     * @param rule such as {@code nb_opened_mail > 12 and total_interactions_x <= 3}
     * @param users the number of users for whom they hold, at least 5 if there are as many
     * @param precision the share of these users who are in the segment, three decimals
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
        long reached = leaves.stream().mapToLong(RuleLeaf::users).sum();
        long right = leaves.stream().mapToLong(RuleLeaf::right).sum();
        List<Clause> clauses = leaves.stream()
                .map(leaf -> new Clause(leaf.rule(columns), leaf.users(), share(leaf.right(), leaf.users())))
                .toList();
        return new SegmentRule(segment, clauses, share(right, reached), share(right, size));
    }

    private static double share(long part, long whole) {
        return whole == 0 ? 0 : Math.round(DECIMALS * part / whole) / DECIMALS;
    }
}
