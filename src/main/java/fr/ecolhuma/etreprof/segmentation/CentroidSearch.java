package fr.ecolhuma.etreprof.segmentation;

import fr.ecolhuma.etreprof.segmentation.cluster.KMeans;
import fr.ecolhuma.etreprof.segmentation.cluster.Points;
import fr.ecolhuma.etreprof.segmentation.cluster.Solution;
import fr.ecolhuma.etreprof.segmentation.model.Scaler;
import fr.ecolhuma.etreprof.segmentation.model.SegmentModel;
import fr.ecolhuma.etreprof.segmentation.persona.PersonaMatcher;
import fr.ecolhuma.etreprof.segmentation.persona.Personas;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Finds the segments: from the previous centroids, unless another start is clearly better.
 *
 * <p>Several solutions are often as good but for a thousandth. One user more or less would decide which is taken, and
 * many others would change their segment.
 */
final class CentroidSearch {

    /**
     * What was found.
     *
     * @param model the segments, under the ids of the previous model or of the personas
     * @param matches doubtful matches of clusters and ids
     * @param jump a warning that another start won over the previous centroids, or null
     * @param continued whether the previous model had a say: without it, segments or ids would be others
     */
    record Found(
            SegmentModel model,
            List<String> matches,
            @Nullable String jump,
            boolean continued) {}

    private static final double PERCENT = 100;

    private final List<String> columns;
    private final Scaler scaler;
    private final Points points;
    private final Segmentation.Settings settings;
    private final PersonaMatcher matcher = new PersonaMatcher(Personas.shipped());

    CentroidSearch(List<String> columns, Scaler scaler, Points points, Segmentation.Settings settings) {
        this.columns = columns;
        this.scaler = scaler;
        this.points = points;
        this.settings = settings;
    }

    Found find(Segmentation.@Nullable Previous previous) {
        KMeans.Both both = KMeans.fit(
                points,
                settings.k(),
                settings.restarts(),
                settings.seed(),
                settings.threads(),
                previous != null && isStart(previous) ? previous.model().centroidsBy(scaler) : null);
        Solution fresh = both.fresh();
        Solution kept = both.continued();
        String jump =
                kept != null && fresh.inertia() < (1 - settings.keep()) * kept.inertia() ? jump(kept, fresh) : null;
        SegmentModel found = model(kept == null || jump != null ? fresh : kept);
        PersonaMatcher.Match match = matcher.match(found, previous == null ? null : previous.model());
        SegmentModel model = found.reordered(match.clusters());
        return new Found(model, match.warnings(), jump, previous != null && !model.isSame(alone(fresh)));
    }

    private boolean isStart(Segmentation.Previous previous) {
        return previous.sameFeatures()
                && previous.model().k() == settings.k()
                && previous.model().columns().equals(columns);
    }

    private SegmentModel model(Solution solution) {
        return SegmentModel.of(columns, scaler, solution.centroids());
    }

    /** The model that would be found without a previous one. */
    private SegmentModel alone(Solution fresh) {
        SegmentModel model = model(fresh);
        return model.reordered(matcher.match(model, null).clusters());
    }

    private String jump(Solution kept, Solution fresh) {
        return String.format(
                Locale.ROOT,
                "the segments do not continue the previous ones: found inertia %.1f from the previous centroids and"
                        + " %.1f from another start, %.2f %% less, expected at most %.2f %% less; users may change"
                        + " segment, compare the figures of the segments with the previous ones",
                kept.inertia(),
                fresh.inertia(),
                PERCENT * (1 - fresh.inertia() / kept.inertia()),
                PERCENT * settings.keep());
    }
}
