package fr.ecolhuma.etreprof.recompute.stages;

import fr.ecolhuma.etreprof.classification.serving.ContentClassifier;
import fr.ecolhuma.etreprof.segmentation.Segmentation;
import fr.ecolhuma.etreprof.segmentation.model.FeatureSet;
import fr.ecolhuma.etreprof.snapshot.model.Provenance;
import fr.ecolhuma.etreprof.snapshot.model.Snapshot;
import fr.ecolhuma.etreprof.snapshot.model.TrainedModel;
import org.jspecify.annotations.Nullable;

/** What a model takes from the version that is live. */
final class Descent {

    private Descent() {}

    /** The segments that a search continues; where a version has no classifier or other features, their ids alone. */
    static Segmentation.@Nullable Previous segments(@Nullable Snapshot live, FeatureSet features) {
        if (live == null) {
            return null;
        }
        TrainedModel model = live.model();
        // versions made before there was a choice do not say what they are of
        String found = model.provenance().parameters().getOrDefault("features", FeatureSet.BEHAVIOUR.code());
        boolean same = found.equals(features.code()) && model.classifier().isPresent();
        return new Segmentation.Previous(model.segments(), same);
    }

    static @Nullable ContentClassifier classifier(@Nullable Snapshot live) {
        return live == null ? null : live.model().classifier().orElse(null);
    }

    /**
     * Where a model comes from, with the live version where that had a say.
     *
     * <p>A model made again while it is live is the same one: it names the version that it came from, not itself.
     */
    static Provenance of(
            Provenance made, ContentThemes themes, Segmentation.Result segmentation, @Nullable Snapshot live) {
        if (live == null || !(segmentation.continued() || themes.continued())) {
            return made;
        }
        Provenance again = made.after(live.model().provenance().previous());
        boolean same = again.equals(live.model().provenance())
                && segmentation.model().isSame(live.model().segments())
                && themes.classifier() == classifier(live);
        return same ? again : made.after(live.version());
    }
}
