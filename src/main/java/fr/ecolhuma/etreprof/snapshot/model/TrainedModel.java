package fr.ecolhuma.etreprof.snapshot.model;

import fr.ecolhuma.etreprof.classification.serving.ContentClassifier;
import fr.ecolhuma.etreprof.domain.CatalogueItem;
import fr.ecolhuma.etreprof.recommendation.list.LearntRecommender;
import fr.ecolhuma.etreprof.recommendation.usage.SegmentUsage;
import fr.ecolhuma.etreprof.segmentation.SegmentationQuality;
import fr.ecolhuma.etreprof.segmentation.model.SegmentModel;
import fr.ecolhuma.etreprof.segmentation.profile.SegmentProfile;
import fr.ecolhuma.etreprof.tables.InteractionTable;
import java.util.List;
import java.util.Optional;

/**
 * Everything that one run of the pipeline learns, as a value.
 *
 * @param provenance the origin of the model
 * @param segments finds a user's segment from the counts
 * @param quality the quality of the segments
 * @param profiles the figures of each segment, in id order
 * @param users every user, with the segment
 * @param interactions the uses: rows of {@code users} by rows of {@code catalogue}
 * @param catalogue every content, in the order of keys
 * @param usage the use of each content by each segment, in id order
 * @param classifier of texts; empty in versions made before it existed
 * @param recommender the base of personal lists; empty in the same versions
 */
public record TrainedModel(
        Provenance provenance,
        SegmentModel segments,
        SegmentationQuality quality,
        List<SegmentProfile> profiles,
        UserIndex users,
        InteractionTable interactions,
        List<CatalogueItem> catalogue,
        List<SegmentUsage> usage,
        Optional<ContentClassifier> classifier,
        LearntRecommender recommender) {

    public TrainedModel {
        profiles = List.copyOf(profiles);
        catalogue = List.copyOf(catalogue);
        usage = List.copyOf(usage);
        require("users of the interactions", interactions.users(), users.size());
        require("profiles", profiles.size(), segments.k());
        require("segments in the usage", usage.size(), segments.k());
        for (SegmentUsage one : usage) {
            require("contents in the usage", one.entries().size(), catalogue.size());
        }
        require("contents of the recommender", recommender.contents(), catalogue.size());
        require("recommenders", recommender.isEmpty() ? 0 : 1, classifier.isEmpty() ? 0 : 1);
    }

    private static void require(String what, int found, int expected) {
        if (found != expected) {
            throw new IllegalArgumentException("%s: found %d, expected %d".formatted(what, found, expected));
        }
    }
}
