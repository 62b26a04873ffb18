package fr.ecolhuma.etreprof.api.clusters;

import fr.ecolhuma.etreprof.segmentation.explain.NearestChange;
import fr.ecolhuma.etreprof.segmentation.explain.Placement;
import fr.ecolhuma.etreprof.segmentation.explain.SegmentExplanation;
import fr.ecolhuma.etreprof.segmentation.model.SegmentModel;
import fr.ecolhuma.etreprof.segmentation.persona.Personas;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The segment of one set of counts.
 *
 * @param cluster the segment whose centroid is nearest
 * @param distances to every centroid, in id order, in standard deviations of the scaled counts, four decimals
 * @param secondBest the second nearest segment
 * @param margin how much farther the second nearest one is, four decimals
 * @param nearestChange the smallest change that leads to another segment, or null when no change within what users do
 *
 *     *     leads to one
 * @param assumedZero features that were not sent; they count as 0
 */
record Assignment(
        Segment cluster,
        List<Distance> distances,
        Segment secondBest,
        double margin,
        @Nullable Change nearestChange,
        List<String> assumedZero) {

    private static final double DECIMALS = 10_000;

    record Segment(int id, String name, String nameFr) {

        static Segment of(int id) {
            return new Segment(
                    id,
                    Personas.shipped().get(id).name(),
                    Personas.shipped().get(id).nameFr());
        }
    }

    record Distance(int id, double distance) {}

    record Change(Segment cluster, List<NearestChange.Change> changes, double distance) {

        static Change of(NearestChange change) {
            return new Change(Segment.of(change.segment()), change.changes(), rounded(change.distance()));
        }
    }

    static Assignment of(SegmentModel segments, SentFeatures.Row row) {
        double[] distances = segments.distances(row.counts());
        int own = segments.segmentOf(row.counts());
        SegmentExplanation explanation = SegmentExplanation.of(Placement.of(segments, row.counts(), own));
        return new Assignment(
                Segment.of(own),
                IntStream.range(0, distances.length)
                        .mapToObj(id -> new Distance(id, rounded(distances[id])))
                        .toList(),
                Segment.of(explanation.second()),
                rounded(explanation.margin()),
                NearestChange.of(segments, row.counts()).map(Change::of).orElse(null),
                row.missing());
    }

    private static double rounded(double number) {
        return Math.round(number * DECIMALS) / DECIMALS;
    }
}
