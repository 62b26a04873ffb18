package fr.ecolhuma.etreprof.segmentation.cluster;

/**
 * One run of Lloyd's algorithm from given centroids to convergence, exact, accelerated by Hamerly's bounds.
 *
 * <p>Every point keeps an upper bound of the distance to its own centroid and a lower bound of the distance to all
 * others; while the first is at most the second, no distance has to be computed (Hamerly, "Making k-means even faster",
 * SDM 2010). Sums are updated by the points that move. Rounding errors of bounds and sums cannot survive: at the end
 * the sums are computed again and every distance is checked, and the run goes on if a point still moves.
 */
final class Lloyd {

    private static final int MAX_STEPS = 1_000;

    private final Centroids centroids;
    private final int[] assigned;
    private final double[] upper;
    private final double[] lower;
    private int steps;

    private Lloyd(Points points, double[][] initial) {
        this.centroids = new Centroids(points, initial);
        this.assigned = new int[points.size()];
        this.upper = new double[points.size()];
        this.lower = new double[points.size()];
    }

    /** Runs to convergence; there must be at least as many distinct points as centroids. */
    static Solution run(Points points, double[][] initial) {
        return new Lloyd(points, initial).run();
    }

    private Solution run() {
        centroids.sum(assigned);
        scan();
        do {
            while (step() && steps < MAX_STEPS) {
                Workers.requireNotCancelled();
                steps++;
            }
            centroids.sum(assigned);
            centroids.moveAll();
        } while (scan() > 0 && steps < MAX_STEPS);
        return centroids.solution(assigned);
    }

    /** Moves the centroids, then the points; returns whether any point moved. */
    private boolean step() {
        centroids.moveAll();
        return (fillEmpty() ? scan() : update()) > 0;
    }

    /** Gives every empty cluster the point that is farthest from its own centroid, among equals the first. */
    private boolean fillEmpty() {
        boolean filled = false;
        for (int c = 0; c < centroids.k(); c++) {
            if (centroids.isEmpty(c)) {
                int point = farthest();
                int former = assigned[point];
                assign(point, c);
                centroids.move(former);
                centroids.move(c);
                filled = true;
            }
        }
        return filled;
    }

    private int farthest() {
        int farthest = 0;
        double largest = -1;
        for (int i = 0; i < assigned.length; i++) {
            double distance = centroids.squaredDistance(i, assigned[i]);
            if (distance > largest) {
                largest = distance;
                farthest = i;
            }
        }
        return farthest;
    }

    private void assign(int point, int cluster) {
        centroids.transfer(point, assigned[point], cluster);
        assigned[point] = cluster;
    }

    /** Moves every point to its nearest centroid; returns how many moved. */
    private int scan() {
        int moved = 0;
        for (int i = 0; i < assigned.length; i++) {
            moved += moves(i) ? 1 : 0;
        }
        return moved;
    }

    /** The same as a full scan, without the distances that the bounds make unnecessary. */
    private int update() {
        double[] halves = centroids.halfDistances();
        double[] others = centroids.driftsOfOthers();
        int moved = 0;
        for (int i = 0; i < assigned.length; i++) {
            int own = assigned[i];
            upper[i] += centroids.drift(own);
            lower[i] -= others[own];
            double bound = Math.max(halves[own], lower[i]);
            if (upper[i] > bound) {
                upper[i] = Math.sqrt(centroids.squaredDistance(i, own));
                moved += upper[i] > bound && moves(i) ? 1 : 0;
            }
        }
        return moved;
    }

    /** Computes all distances of a point and moves it if another centroid is strictly nearer. */
    private boolean moves(int point) {
        int own = assigned[point];
        int best = own;
        double first = centroids.squaredDistance(point, own);
        double second = Double.POSITIVE_INFINITY;
        for (int c = 0; c < centroids.k(); c++) {
            double distance = c == own ? Double.POSITIVE_INFINITY : centroids.squaredDistance(point, c);
            if (distance < first) {
                second = first;
                first = distance;
                best = c;
            } else {
                second = Math.min(second, distance);
            }
        }
        upper[point] = Math.sqrt(first);
        lower[point] = Math.sqrt(second);
        if (best != own) {
            assign(point, best);
        }
        return best != own;
    }
}
