package fr.ecolhuma.etreprof.recompute.stages;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ecolhuma.etreprof.TestData;
import fr.ecolhuma.etreprof.recommendation.list.LearntRecommender;
import fr.ecolhuma.etreprof.recompute.TestModels;
import fr.ecolhuma.etreprof.segmentation.Segmentation;
import fr.ecolhuma.etreprof.segmentation.model.FeatureSet;
import fr.ecolhuma.etreprof.segmentation.model.SegmentModel;
import fr.ecolhuma.etreprof.snapshot.files.SnapshotStore;
import fr.ecolhuma.etreprof.snapshot.model.Provenance;
import fr.ecolhuma.etreprof.snapshot.model.Snapshot;
import fr.ecolhuma.etreprof.snapshot.model.TrainedModel;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same exports and settings give the same version, whichever is live, unless its provenance names that one. */
class DescentTests {

    @TempDir
    Path folder;

    private SnapshotStore store;

    @BeforeEach
    void store() {
        store = new SnapshotStore(folder.resolve("models"));
    }

    /** What a run makes while a version is live, read back from the disk. */
    private Snapshot made(Map<Integer, Integer> converted, Snapshot live) {
        TrainedModel model = TestData.pipeline(1)
                .train(TestData.exports(folder.resolve("exports"), converted), null, live, Progress.NONE)
                .model();
        return store.load(store.save(model));
    }

    private static Snapshot live(SegmentModel segments, String features) {
        TrainedModel model = TestData.model();
        Provenance one = model.provenance();
        TreeMap<String, String> parameters = new TreeMap<>(one.parameters());
        parameters.put("features", features);
        return Snapshot.of(
                "20250101-0123456789ab",
                TestModels.with(
                        new Provenance(
                                "older",
                                one.asOf(),
                                one.inputs(),
                                parameters,
                                one.rows(),
                                one.columns(),
                                one.unknownContentEvents()),
                        segments));
    }

    @Test
    void aVersionThatHadNoSayIsNotNamed() {
        Snapshot first = made(Map.of(), null);
        assertThat(first.model().provenance().previous()).isNull();
        assertThat(made(Map.of(), first).version()).as("itself is live").isEqualTo(first.version());
        // other exports are live, whose segments lead to the same ones
        Snapshot other = made(Map.of(400, 2, 401, 2), first);
        assertThat(other.version()).isNotEqualTo(first.version());
        assertThat(made(Map.of(), other).version()).as("another is live").isEqualTo(first.version());
    }

    @Test
    void aVersionThatHadASayIsNamedAndTheNextRunGivesTheSame() {
        Snapshot alone = made(Map.of(), null);
        // other ids: what was 2 is now 0, and so on
        Snapshot live = live(TestData.model().segments().reordered(List.of(2, 0, 3, 1)), "behaviour");
        Snapshot after = made(Map.of(), live);
        assertThat(after.model().quality().sizes()).containsExactly(6, 18, 26, 10);
        assertThat(after.model().provenance().previous()).isEqualTo(live.version());
        assertThat(after.version()).isNotEqualTo(alone.version());
        assertThat(made(Map.of(), live).version()).as("again").isEqualTo(after.version());
        assertThat(made(Map.of(), after).version())
                .as("again, itself being live")
                .isEqualTo(after.version());
        // of other exports it is another version, which names the one that it continues
        Snapshot next = made(Map.of(400, 2), after);
        assertThat(next.model().provenance().previous()).isEqualTo(after.version());
    }

    @Test
    void aVersionOfOtherFeaturesOrWithoutAClassifierIsNoStart() {
        SegmentModel segments = TestData.model().segments();
        assertThat(Descent.segments(null, FeatureSet.BEHAVIOUR)).isNull();
        assertThat(Descent.segments(live(segments, "behaviour"), FeatureSet.BEHAVIOUR))
                .isEqualTo(new Segmentation.Previous(segments, true));
        assertThat(Descent.segments(live(segments, "thematic"), FeatureSet.BOTH))
                .isEqualTo(new Segmentation.Previous(segments, false));
        TrainedModel model = TestData.model();
        Snapshot old = Snapshot.of(
                "20250101-0123456789ab",
                new TrainedModel(
                        model.provenance(),
                        segments,
                        model.quality(),
                        model.profiles(),
                        model.users(),
                        model.interactions(),
                        model.catalogue(),
                        model.usage(),
                        Optional.empty(),
                        LearntRecommender.none(model.catalogue().size())));
        assertThat(Descent.segments(old, FeatureSet.BEHAVIOUR)).isEqualTo(new Segmentation.Previous(segments, false));
    }
}
