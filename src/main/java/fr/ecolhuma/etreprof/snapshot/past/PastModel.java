package fr.ecolhuma.etreprof.snapshot.past;

import fr.ecolhuma.etreprof.segmentation.model.SegmentModel;
import fr.ecolhuma.etreprof.segmentation.profile.SegmentProfile;
import java.time.LocalDateTime;
import java.util.List;

/**
 * The segments of a version on disk, without its users.
 *
 * @param version its name
 * @param asOf the instant at which everything was counted
 * @param segments the model that finds the segment of a user
 * @param profiles the figures of each segment, in id order
 */
public record PastModel(String version, LocalDateTime asOf, SegmentModel segments, List<SegmentProfile> profiles) {

    public PastModel {
        profiles = List.copyOf(profiles);
    }
}
