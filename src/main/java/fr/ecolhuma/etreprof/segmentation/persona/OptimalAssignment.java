package fr.ecolhuma.etreprof.segmentation.persona;

import java.util.ArrayList;
import java.util.List;

/** The one-to-one assignment of least total cost, by trying all permutations: exact, and quick for few rows. */
final class OptimalAssignment {

    private final double[][] costs;
    private final List<Integer> chosen = new ArrayList<>();
    private List<Integer> best = List.of();
    private double least = Double.POSITIVE_INFINITY;

    private OptimalAssignment(double[][] costs) {
        this.costs = costs;
    }

    /**
     * The column assigned to each row; among equally cheap assignments the first in lexicographic order.
     *
     * @param costs square, finite, not negative
     */
    static List<Integer> of(double[][] costs) {
        OptimalAssignment search = new OptimalAssignment(costs);
        search.extend(0);
        return search.best;
    }

    private void extend(double cost) {
        if (cost >= least) {
            return;
        }
        if (chosen.size() == costs.length) {
            least = cost;
            best = List.copyOf(chosen);
            return;
        }
        double[] row = costs[chosen.size()];
        for (int column = 0; column < row.length; column++) {
            if (!chosen.contains(column)) {
                chosen.add(column);
                extend(cost + row[column]);
                chosen.removeLast();
            }
        }
    }
}
