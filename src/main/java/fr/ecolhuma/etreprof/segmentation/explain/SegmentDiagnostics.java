package fr.ecolhuma.etreprof.segmentation.explain;

import fr.ecolhuma.etreprof.segmentation.Assignments;
import fr.ecolhuma.etreprof.segmentation.model.SegmentModel;
import fr.ecolhuma.etreprof.tables.CountMatrix;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The diagnosis of a segmentation: whether the number of segments is right, the rules by which people can recognise
 * them, and the distribution of each feature within them.
 *
 * @param sampled the number of users on whom numbers of segments were tried
 * @param counts the figures for each number tried, ascending
 * @param verdict on the number in use
 * @param rules over all users
 * @param spreads the spread of each feature, in column order, over the users of each segment, in id order; empty for a
 *     segment without users
 */
public record SegmentDiagnostics(
        int sampled,
        List<SegmentCount> counts,
        SegmentCountVerdict verdict,
        SegmentRules rules,
        List<Map<String, FeatureSpread>> spreads) {

    /**
     * The amount of trials; equal settings give equal answers.
     *
     * @param mostSampled numbers of segments are tried on every n-th user, so that there are at most this many
     * @param restarts the number of searches for each number
     * @param resamples the number of bootstrap samples for each number
     * @param refitRestarts the number of searches on each sample
     * @param seed of the first search and the first sample
     */
    public record Settings(int mostSampled, int restarts, int resamples, int refitRestarts, long seed) {

        /** Settings that take some seconds for any number of users. */
        public static final Settings DEFAULT = new Settings(20_000, 10, 10, 3, 42);
    }

    public SegmentDiagnostics {
        counts = List.copyOf(counts);
        spreads = List.copyOf(spreads);
    }

    /**
     * Diagnoses a model on the users to whom it was fitted, on the calling thread, which may be interrupted.
     *
     * @param users one row of counts per user
     * @param assignments the segment of each row
     * @throws SegmentationException if the thread is interrupted
     */
    public static SegmentDiagnostics of(
            SegmentModel model, CountMatrix users, Assignments assignments, Settings settings) {
        CountMatrix sample = sample(users, settings.mostSampled());
        List<SegmentCount> counts = SegmentCounts.of(sample, model.scaler(), settings);
        return new SegmentDiagnostics(
                sample.rows(),
                counts,
                SegmentCountVerdict.of(model.k(), counts),
                SegmentRules.of(users, assignments),
                spreads(users, assignments));
    }

    private static CountMatrix sample(CountMatrix users, int most) {
        int step = Math.max(1, Math.ceilDiv(users.rows(), most));
        int columns = users.columns().size();
        int[] cells = new int[Math.ceilDiv(users.rows(), step) * columns];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = users.get(i / columns * step, i % columns);
        }
        return CountMatrix.of(users.columns(), cells);
    }

    private static List<Map<String, FeatureSpread>> spreads(CountMatrix users, Assignments assignments) {
        List<Map<String, FeatureSpread>> spreads = new ArrayList<>();
        for (int segment = 0; segment < assignments.counts().size(); segment++) {
            Map<String, FeatureSpread> ofSegment = new LinkedHashMap<>();
            if (assignments.counts().get(segment) > 0) {
                int wanted = segment;
                for (int column = 0; column < users.columns().size(); column++) {
                    ofSegment.put(
                            users.columns().get(column),
                            FeatureSpread.of(users, column, row -> assignments.segment(row) == wanted));
                }
            }
            spreads.add(ofSegment);
        }
        return spreads;
    }
}
