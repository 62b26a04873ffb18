package fr.ecolhuma.etreprof.snapshot.erasure;

import fr.ecolhuma.etreprof.segmentation.SegmentationQuality;
import fr.ecolhuma.etreprof.segmentation.profile.SegmentProfile;
import fr.ecolhuma.etreprof.snapshot.model.Snapshot;
import fr.ecolhuma.etreprof.snapshot.model.TrainedModel;
import fr.ecolhuma.etreprof.snapshot.model.UserIndex;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * A snapshot without some of its users: without their rows, and with sizes and shares counted again. Means, centroids
 * and weights stay as they were learnt, until the next recompute.
 */
final class ErasedSnapshot {

    private ErasedSnapshot() {}

    /** @param gone the rows of the users to leave out */
    static Snapshot of(Snapshot whole, UserIndex left, IntPredicate gone) {
        TrainedModel model = whole.model();
        List<Integer> sizes = left.sizes(model.segments().k());
        SegmentationQuality quality = model.quality();
        TrainedModel smaller = new TrainedModel(
                model.provenance(),
                model.segments(),
                new SegmentationQuality(
                        quality.inertia(),
                        quality.silhouette(),
                        quality.daviesBouldin(),
                        quality.calinskiHarabasz(),
                        sizes),
                IntStream.range(0, sizes.size())
                        .mapToObj(segment -> resized(model.profiles().get(segment), sizes.get(segment), left.size()))
                        .toList(),
                left,
                model.interactions().without(gone),
                model.catalogue(),
                model.usage(),
                model.classifier(),
                model.recommender());
        return new Snapshot(whole.version(), smaller, whole.recommenders(), whole.taxonomy(), whole.personal());
    }

    private static SegmentProfile resized(SegmentProfile profile, int size, int users) {
        return new SegmentProfile(
                size,
                users == 0 ? 0 : Math.round(1_000.0 * size / users) / 10.0,
                profile.means(),
                profile.anciennete(),
                profile.topicCount(),
                profile.activityLevel(),
                profile.emailEngagement(),
                profile.contentUsage(),
                profile.usersByStage());
    }
}
