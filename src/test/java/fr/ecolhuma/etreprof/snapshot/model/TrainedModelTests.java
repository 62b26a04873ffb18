package fr.ecolhuma.etreprof.snapshot.model;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import fr.ecolhuma.etreprof.domain.CatalogueItem;
import fr.ecolhuma.etreprof.recommendation.list.LearntRecommender;
import fr.ecolhuma.etreprof.recommendation.usage.SegmentUsage;
import fr.ecolhuma.etreprof.segmentation.profile.SegmentProfile;
import fr.ecolhuma.etreprof.snapshot.files.GoldenModels;
import fr.ecolhuma.etreprof.tables.InteractionTable;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TrainedModelTests {

    private static final TrainedModel GOLDEN = GoldenModels.model();

    @Test
    void partsOfDifferentSizesAreRefused() {
        InteractionTable none = InteractionTable.of(new int[1], new int[0], new int[0], new long[0]);
        refused(
                GOLDEN.profiles(),
                none,
                GOLDEN.catalogue(),
                GOLDEN.usage(),
                "users of the interactions: found 0, expected 4");
        refused(
                GOLDEN.profiles().subList(0, 3),
                GOLDEN.interactions(),
                GOLDEN.catalogue(),
                GOLDEN.usage(),
                "profiles: found 3, expected 4");
        refused(
                GOLDEN.profiles(),
                GOLDEN.interactions(),
                GOLDEN.catalogue(),
                GOLDEN.usage().subList(0, 2),
                "segments in the usage: found 2, expected 4");
        refused(
                GOLDEN.profiles(),
                GOLDEN.interactions(),
                GOLDEN.catalogue().subList(0, 1),
                GOLDEN.usage(),
                "contents in the usage: found 3, expected 1");
    }

    private static void refused(
            List<SegmentProfile> profiles,
            InteractionTable interactions,
            List<CatalogueItem> catalogue,
            List<SegmentUsage> usage,
            String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TrainedModel(
                        GOLDEN.provenance(),
                        GOLDEN.segments(),
                        GOLDEN.quality(),
                        profiles,
                        GOLDEN.users(),
                        interactions,
                        catalogue,
                        usage,
                        Optional.empty(),
                        LearntRecommender.none(catalogue.size())))
                .withMessage(message);
    }
}
