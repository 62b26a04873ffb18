package fr.ecolhuma.etreprof.snapshot.erasure;

import fr.ecolhuma.etreprof.snapshot.model.Snapshot;
import fr.ecolhuma.etreprof.snapshot.model.TrainedModel;
import fr.ecolhuma.etreprof.snapshot.model.UserIndex;
import java.util.function.IntPredicate;

/**
 * A snapshot without the rows of some of its users. Sizes, means, centroids and weights stay as they were learnt, until
 * the next recompute: a size that fell by one would tell the segment of the user who has just been erased.
 */
final class ErasedSnapshot {

    private ErasedSnapshot() {}

    /** @param gone the rows of the users to leave out */
    static Snapshot of(Snapshot whole, UserIndex left, IntPredicate gone) {
        TrainedModel model = whole.model();
        TrainedModel smaller = new TrainedModel(
                model.provenance(),
                model.segments(),
                model.quality(),
                model.profiles(),
                left,
                model.interactions().without(gone),
                model.catalogue(),
                model.usage(),
                model.classifier(),
                model.recommender());
        return new Snapshot(
                whole.version(), smaller, whole.recommenders(), whole.taxonomy(), whole.personal(), whole.population());
    }
}
