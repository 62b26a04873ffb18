package fr.ecolhuma.etreprof.segmentation.explain;

import fr.ecolhuma.etreprof.segmentation.Assignments;
import fr.ecolhuma.etreprof.segmentation.explain.SplitSearch.Split;
import fr.ecolhuma.etreprof.tables.CountMatrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A classification tree (CART) over raw counts that finds the segment by a few yes-or-no questions.
 *
 * <p>Nodes are numbered as in a heap: the children of i are 2i + 1, for counts up to the threshold, and 2i + 2.
 */
final class RuleTree {

    private final Split[] splits;
    private final long[][] users;

    private RuleTree(int depth, int segments) {
        this.splits = new Split[(1 << depth) - 1];
        this.users = new long[(2 << depth) - 1][segments];
    }

    /** The tree of a depth. */
    static RuleTree fit(CountMatrix counts, Assignments assignments, int depth) {
        RuleTree tree = new RuleTree(depth, assignments.counts().size());
        int[] nodes = new int[counts.rows()];
        for (int level = 0; level < depth; level++) {
            tree.tally(nodes, assignments, level);
            tree.split(counts, assignments, nodes, (1 << level) - 1);
        }
        tree.tally(nodes, assignments, depth);
        return tree;
    }

    private void tally(int[] nodes, Assignments assignments, int level) {
        int first = (1 << level) - 1;
        for (int row = 0; row < nodes.length; row++) {
            if (nodes[row] >= first) {
                users[nodes[row]][assignments.segment(row)]++;
            }
        }
    }

    private void split(CountMatrix counts, Assignments assignments, int[] nodes, int first) {
        int[] groups = Arrays.stream(nodes)
                .map(node -> node < first ? -1 : node - first)
                .toArray();
        Split[] best = new SplitSearch(counts, assignments, groups, first + 1).best();
        System.arraycopy(best, 0, splits, first, best.length);
        for (int row = 0; row < nodes.length; row++) {
            if (groups[row] >= 0 && best[groups[row]].column() >= 0) {
                boolean above = counts.get(row, best[groups[row]].column()) > best[groups[row]].threshold();
                nodes[row] = 2 * nodes[row] + (above ? 2 : 1);
            }
        }
    }

    /** The leaves from left to right; if both sides of a split lead to the same segment, the split is one leaf. */
    List<RuleLeaf> leaves() {
        List<RuleLeaf> leaves = new ArrayList<>();
        collect(0, RuleLeaf.root(users[0]), leaves);
        return leaves;
    }

    private void collect(int node, RuleLeaf here, List<RuleLeaf> leaves) {
        if (isLeaf(node) || onlySegment(node) >= 0) {
            leaves.add(here);
            return;
        }
        Split split = splits[node];
        int left = 2 * node + 1;
        collect(left, here.atMost(split.column(), split.threshold(), users[left]), leaves);
        collect(left + 1, here.above(split.column(), split.threshold(), users[left + 1]), leaves);
    }

    private boolean isLeaf(int node) {
        return node >= splits.length || splits[node] == null || splits[node].column() < 0;
    }

    /** The only segment of the leaves under a node, or -1 when there are several. */
    private int onlySegment(int node) {
        if (isLeaf(node)) {
            return RuleLeaf.mostOf(users[node]);
        }
        int left = onlySegment(2 * node + 1);
        return left == onlySegment(2 * node + 2) ? left : -1;
    }
}
