package fr.ecolhuma.etreprof.recompute.gates;

import fr.ecolhuma.etreprof.recommendation.judging.RankBiasedOverlap;
import fr.ecolhuma.etreprof.recommendation.list.ContentFilter;
import fr.ecolhuma.etreprof.segmentation.SegmentationQuality;
import fr.ecolhuma.etreprof.segmentation.explain.Drift;
import fr.ecolhuma.etreprof.segmentation.profile.SegmentProfile;
import fr.ecolhuma.etreprof.snapshot.model.Snapshot;
import fr.ecolhuma.etreprof.snapshot.past.SegmentMoves;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongPredicate;
import java.util.stream.IntStream;

/**
 * How a candidate differs from the live model.
 *
 * @param moved users whose segment would change, by pair of segments
 * @param newcomers users known only to the candidate
 * @param leavers users known only to the live model
 * @param strongest the users with the clearest moves, and why they would move
 * @param profiles each segment's figures, before and after, by name
 * @param lists the likeness of each segment's two lists of 50, 0 to 1
 * @param quality figures of the segmentation, before and after
 * @param drift population stability index of each feature
 */
public record ModelDifference(
        List<SegmentMoves.Flow> moved,
        int newcomers,
        int leavers,
        List<SegmentMoves.Case> strongest,
        Map<String, Map<String, Change>> profiles,
        Map<String, Double> lists,
        Map<String, Change> quality,
        SortedMap<String, Double> drift) {

    /** A figure. */
    public record Change(double before, double after) {}

    private static final int LISTED = 50;
    private static final int CASES = 20;
    private static final double DECIMALS = 10_000;

    /** The same difference without the cases of some users. */
    public ModelDifference without(LongPredicate users) {
        return new ModelDifference(
                moved,
                newcomers,
                leavers,
                strongest.stream().filter(one -> !users.test(one.userId())).toList(),
                profiles,
                lists,
                quality,
                drift);
    }

    /**
     * How a candidate differs from the live model.
     *
     * @param moves from the live model to the candidate
     */
    public static ModelDifference of(Snapshot live, Snapshot candidate, SegmentMoves moves) {
        return new ModelDifference(
                moves.flows().stream().filter(flow -> flow.from() != flow.to()).toList(),
                moves.newcomers(),
                moves.leavers(),
                moves.strongest(CASES),
                profiles(live, candidate),
                lists(live, candidate),
                quality(live.model().quality(), candidate.model().quality()),
                drift(live, candidate));
    }

    private static Map<String, Map<String, Change>> profiles(Snapshot live, Snapshot candidate) {
        Map<String, Map<String, Change>> all = new LinkedHashMap<>();
        for (int segment = 0; segment < live.model().profiles().size(); segment++) {
            SegmentProfile before = live.model().profiles().get(segment);
            SegmentProfile after = candidate.model().profiles().get(segment);
            Map<String, Change> changes = new LinkedHashMap<>();
            changes.put("size", new Change(before.size(), after.size()));
            before.means().forEach((name, mean) -> {
                Double now = after.means().get(name);
                if (now != null) {
                    changes.put(name, new Change(mean, now));
                }
            });
            all.put(String.valueOf(segment), changes);
        }
        return all;
    }

    private static Map<String, Double> lists(Snapshot live, Snapshot candidate) {
        Map<String, Double> overlaps = new LinkedHashMap<>();
        for (int segment = 0; segment < live.recommenders().size(); segment++) {
            double overlap = RankBiasedOverlap.of(list(live, segment), list(candidate, segment));
            overlaps.put(String.valueOf(segment), rounded(overlap));
        }
        return overlaps;
    }

    private static List<?> list(Snapshot snapshot, int segment) {
        return snapshot.recommenders().get(segment).recommend(ContentFilter.ANY, LISTED, content -> false).stream()
                .map(one -> one.item().key())
                .toList();
    }

    private static Map<String, Change> quality(SegmentationQuality before, SegmentationQuality after) {
        Map<String, Change> figures = new LinkedHashMap<>();
        figures.put("inertia", new Change(rounded(before.inertia()), rounded(after.inertia())));
        figures.put("silhouette", new Change(rounded(before.silhouette()), rounded(after.silhouette())));
        figures.put("davies_bouldin", new Change(rounded(before.daviesBouldin()), rounded(after.daviesBouldin())));
        figures.put(
                "calinski_harabasz", new Change(rounded(before.calinskiHarabasz()), rounded(after.calinskiHarabasz())));
        IntStream.range(0, before.sizes().size())
                .forEach(segment -> figures.put(
                        "size_" + segment,
                        new Change(before.sizes().get(segment), after.sizes().get(segment))));
        return figures;
    }

    private static SortedMap<String, Double> drift(Snapshot live, Snapshot candidate) {
        SortedMap<String, Double> drift = new TreeMap<>(Drift.between(
                live.model().users().counts(), candidate.model().users().counts()));
        drift.replaceAll((feature, index) -> rounded(index));
        return drift;
    }

    private static double rounded(double figure) {
        return Math.round(figure * DECIMALS) / DECIMALS;
    }
}
