package fr.ecolhuma.etreprof.segmentation.persona;

import fr.ecolhuma.etreprof.segmentation.model.SegmentModel;
import fr.ecolhuma.etreprof.segmentation.model.Vectors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the ids of segments stable: it matches new clusters with segments.
 *
 * <p>Every segment has a point of reference: its centroid in the previous model or, the first time, its persona's
 * prototype. Clusters and references are compared in one space, the scaled space of the previous model or the unit
 * square of {@link UseLevels}, and the assignment with the least sum of squared distances wins.
 *
 * <p>A match with {@code own > 0.8 × nearest other} is weak and makes a warning: the cluster is then not nearer to its
 * own reference than to the nearest other one by at least a fifth.
 */
public final class PersonaMatcher {

    private static final double CLEAR = 0.8;

    private final Personas personas;

    public PersonaMatcher(Personas personas) {
        this.personas = personas;
    }

    /**
     * The new cluster of each segment, in segment order, and the doubts about it.
     *
     * @param clusters new cluster numbers, in segment order
     * @param warnings empty when every match is clear
     */
    public record Match(List<Integer> clusters, List<String> warnings) {

        public Match {
            clusters = List.copyOf(clusters);
            warnings = List.copyOf(warnings);
        }
    }

    /** Matches the clusters of a new model with the same number of segments as personas. */
    public Match match(SegmentModel candidate, @Nullable SegmentModel previous) {
        if (previous == null) {
            return toPrototypes(candidate, List.of());
        }
        if (!previous.columns().equals(candidate.columns()) || previous.k() != candidate.k()) {
            return toPrototypes(
                    candidate,
                    List.of(
                            "the previous model has other columns or segments; the new segments were named without it"));
        }
        return toPrevious(candidate, previous);
    }

    private Match toPrototypes(SegmentModel candidate, List<String> warnings) {
        double[][] references = personas.all().stream()
                .map(Persona::prototype)
                .map(prototype -> new double[] {prototype.content(), prototype.mail()})
                .toArray(double[][]::new);
        return match(references, UseLevels.of(candidate), warnings);
    }

    private Match toPrevious(SegmentModel candidate, SegmentModel previous) {
        return match(previous.centroids(), candidate.centroidsBy(previous.scaler()), List.of());
    }

    private Match match(double[][] references, double[][] clusters, List<String> warnings) {
        double[][] costs = Arrays.stream(references)
                .map(reference -> Arrays.stream(clusters)
                        .mapToDouble(cluster -> Vectors.squaredDistance(reference, cluster))
                        .toArray())
                .toArray(double[][]::new);
        List<Integer> order = OptimalAssignment.of(costs);
        List<String> all = new ArrayList<>(warnings);
        for (int id = 0; id < order.size(); id++) {
            double own = Math.sqrt(costs[id][order.get(id)]);
            int rival = rival(costs, id, order.get(id));
            double other = Math.sqrt(costs[rival][order.get(id)]);
            if (own > CLEAR * other) {
                all.add(warning(id, own, rival, other));
            }
        }
        return new Match(order, all);
    }

    /** The other segment whose reference is nearest to a cluster. */
    private static int rival(double[][] costs, int id, int cluster) {
        int rival = id == 0 ? 1 : 0;
        for (int other = 0; other < costs.length; other++) {
            if (other != id && costs[other][cluster] < costs[rival][cluster]) {
                rival = other;
            }
        }
        return rival;
    }

    private String warning(int id, double own, int rival, double other) {
        return String.format(
                Locale.ROOT,
                "segment %d (%s) is a weak match: its cluster is at distance %.2f from it and %.2f from %s, expected to be"
                        + " clearly nearer to its own; compare their figures before relying on the names",
                id,
                personas.get(id).name(),
                own,
                other,
                personas.get(rival).name());
    }
}
