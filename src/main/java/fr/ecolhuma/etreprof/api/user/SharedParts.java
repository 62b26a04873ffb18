package fr.ecolhuma.etreprof.api.user;

import fr.ecolhuma.etreprof.segmentation.profile.SegmentDescription;
import fr.ecolhuma.etreprof.snapshot.model.Snapshot;
import java.util.List;
import tools.jackson.core.io.SerializedString;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.util.RawValue;

/**
 * The parts that the profiles of a snapshot share.
 *
 * @param populationMeans of every feature over all users, in column order
 * @param descriptions of the segments, as JSON
 */
record SharedParts(List<Double> populationMeans, List<RawValue> descriptions) {

    static SharedParts of(Snapshot snapshot, JsonMapper mapper) {
        return new SharedParts(
                snapshot.population().means(),
                snapshot.model().profiles().stream()
                        .map(SegmentDescription::of)
                        .map(description -> new RawValue(new SerializedString(mapper.writeValueAsString(description))))
                        .toList());
    }
}
