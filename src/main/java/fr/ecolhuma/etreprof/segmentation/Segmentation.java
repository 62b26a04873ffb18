package fr.ecolhuma.etreprof.segmentation;

import fr.ecolhuma.etreprof.segmentation.cluster.DistinctRows;
import fr.ecolhuma.etreprof.segmentation.cluster.Points;
import fr.ecolhuma.etreprof.segmentation.model.FeatureSet;
import fr.ecolhuma.etreprof.segmentation.model.Scaler;
import fr.ecolhuma.etreprof.segmentation.model.SegmentModel;
import fr.ecolhuma.etreprof.segmentation.model.SegmentationException;
import fr.ecolhuma.etreprof.segmentation.persona.Personas;
import fr.ecolhuma.etreprof.tables.CountMatrix;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Segments users by their counts: it scales them, searches the best centroids, keeps the ids stable, and judges the
 * result.
 */
public final class Segmentation {

    private Segmentation() {}

    /**
     * The settings of the search.
     *
     * @param k number of segments, one per persona
     * @param restarts the number of independent searches, of which the best is kept, at least 1
     * @param seed of the first search; each next one adds 1
     * @param threads the number of searches at the same time, at least 1; it does not change the result
     * @param features the features of the segmentation
     * @param keep the share of the inertia by which another start must be better than the previous centroids to win
     */
    public record Settings(int k, int restarts, long seed, int threads, FeatureSet features, double keep) {

        private static final int RESTARTS = 10;
        private static final long SEED = 42;
        private static final double KEEP = 0.01;

        public Settings {
            int personas = Personas.shipped().size();
            if (k != personas) {
                throw new IllegalArgumentException(
                        "found k = %d, expected %d: one segment per persona".formatted(k, personas));
            }
            if (restarts < 1 || threads < 1) {
                throw new IllegalArgumentException(
                        "found %d restarts on %d threads, expected at least 1 of each".formatted(restarts, threads));
            }
            if (!(keep >= 0 && keep <= 1)) {
                throw new IllegalArgumentException("found keep = %s, expected 0 to 1".formatted(keep));
            }
        }

        /** By behaviour; the previous centroids win unless another start is better by more than a hundredth. */
        public Settings(int k, int restarts, long seed, int threads) {
            this(k, restarts, seed, threads, FeatureSet.BEHAVIOUR, KEEP);
        }

        /** One segment per persona, ten restarts, seed 42. */
        public static Settings defaults(int threads) {
            return new Settings(Personas.shipped().size(), RESTARTS, SEED, threads);
        }
    }

    /**
     * The previous model.
     *
     * @param model the segments, whose ids are continued
     * @param sameFeatures whether it is of the same features, so that its centroids are a start of the search
     */
    public record Previous(SegmentModel model, boolean sameFeatures) {}

    /**
     * A model and its results for the users to whom it was fitted.
     *
     * @param model the segments, ids as the personas'
     * @param assignments the segment of each row, the same as {@link SegmentModel#segmentOf} of its counts
     * @param quality the quality of the segments
     * @param warnings doubtful matches of clusters and personas, empty when all are clear
     * @param jump a warning that another start won over the previous centroids, or null
     * @param continued whether the previous model had a say: without it, segments or ids would be others
     */
    public record Result(
            SegmentModel model,
            Assignments assignments,
            SegmentationQuality quality,
            List<String> warnings,
            @Nullable String jump,
            boolean continued) {

        public Result {
            warnings = List.copyOf(warnings);
        }

        /** The segment of the user at a row. */
        public int segment(int row) {
            return assignments.segment(row);
        }
    }

    /**
     * Users to segment.
     *
     * @param behaviour the counts of behaviour, one row per user
     * @param topics contents used by theme, the same rows
     * @param ids the id of the user at a row
     */
    public record Input(CountMatrix behaviour, CountMatrix topics, IntToLongFunction ids) {}

    /**
     * Segments users; equal users, settings and previous model give the same bytes, and the order of the users
     * changes neither centroids nor labels.
     *
     * @param previous the model that is continued, or null the first time
     * @throws SegmentationException if there are fewer users, or fewer different ones, than segments
     */
    public static Result fit(Input users, Settings settings, @Nullable Previous previous) {
        FeatureSet features = settings.features();
        return fit(
                features.counts(users.behaviour(), users.topics()),
                counts -> features.scaler(counts, users.behaviour().columns()),
                users.ids(),
                settings,
                previous);
    }

    /** Segments users by their counts of behaviour only, as if their rows were their ids. */
    public static Result fit(CountMatrix counts, Settings settings, @Nullable SegmentModel previous) {
        Previous continued = previous == null ? null : new Previous(previous, true);
        return fit(counts, Scaler::fit, row -> row, settings, continued);
    }

    private static Result fit(
            CountMatrix counts,
            Function<CountMatrix, Scaler> scalers,
            IntToLongFunction ids,
            Settings settings,
            @Nullable Previous previous) {
        DistinctRows rows = DistinctRows.of(counts);
        requireEnough(counts.rows(), rows.size(), settings.k());
        Scaler scaler = scalers.apply(counts);
        Points points = rows.points(scaler);
        CentroidSearch.Found found = new CentroidSearch(counts.columns(), scaler, points, settings).find(previous);
        Assignments assignments = label(rows, counts.rows(), found.model());
        SegmentationQuality quality =
                SegmentationQuality.of(rows, points, found.model(), assignments, ids, settings.threads());
        return new Result(found.model(), assignments, quality, found.matches(), found.jump(), found.continued());
    }

    private static void requireEnough(int users, int distinct, int k) {
        if (users < k) {
            throw new SegmentationException(
                    "found %d users, expected at least %d, one per segment; give an export with more users"
                            .formatted(users, k));
        }
        if (distinct < k) {
            throw new SegmentationException(
                    "found %d users but only %d different sets of counts, expected %d; give an export with more events"
                            .formatted(users, distinct, k));
        }
    }

    private static Assignments label(DistinctRows rows, int users, SegmentModel model) {
        byte[] labels = new byte[rows.size()];
        for (int group = 0; group < labels.length; group++) {
            labels[group] = (byte) model.segmentOf(rows.row(group));
        }
        byte[] segments = new byte[users];
        for (int row = 0; row < users; row++) {
            segments[row] = labels[rows.groupOf(row)];
        }
        return Assignments.of(segments, model.k());
    }
}
