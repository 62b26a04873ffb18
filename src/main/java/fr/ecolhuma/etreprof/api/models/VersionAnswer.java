package fr.ecolhuma.etreprof.api.models;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.ecolhuma.etreprof.api.served.FewUsers;
import fr.ecolhuma.etreprof.segmentation.SegmentationQuality;
import fr.ecolhuma.etreprof.snapshot.files.VersionSummary;
import fr.ecolhuma.etreprof.snapshot.model.Provenance;
import fr.ecolhuma.etreprof.snapshot.past.ModelHistory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * One version.
 *
 * @param broken why it cannot be read; null when it can be read
 * @param liveAt every instant at which it went live
 * @param durationMs how long its recompute took, where that is known
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record VersionAnswer(
        String version,
        VersionStatus status,
        @Nullable String broken,
        List<Instant> liveAt,
        @Nullable Long durationMs,
        @Nullable Instant savedAt,
        @Nullable Integer format,
        @Nullable Provenance provenance,
        @Nullable Quality quality,
        @Nullable SortedMap<String, String> files) {

    /**
     * Figures of the segmentation.
     *
     * @param sizes users of each segment; null for 1 to 4 users, and then also for the next larger segment
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Quality(
            double inertia,
            double silhouette,
            double daviesBouldin,
            double calinskiHarabasz,
            List<@Nullable Integer> sizes) {

        static Quality of(SegmentationQuality quality) {
            Set<Integer> hidden = FewUsers.hidden(quality.sizes());
            List<@Nullable Integer> sizes = new ArrayList<>(quality.sizes());
            hidden.forEach(segment -> sizes.set(segment, null));
            return new Quality(
                    quality.inertia(),
                    quality.silhouette(),
                    quality.daviesBouldin(),
                    quality.calinskiHarabasz(),
                    sizes);
        }
    }

    static VersionAnswer of(VersionSummary summary, VersionStatus status, List<ModelHistory.Entry> entries) {
        return new VersionAnswer(
                summary.version(),
                status,
                null,
                times(entries),
                entries.stream()
                        .map(ModelHistory.Entry::durationMs)
                        .filter(one -> one != null)
                        .reduce((earlier, later) -> later)
                        .orElse(null),
                summary.savedAt(),
                summary.format(),
                summary.provenance(),
                Quality.of(summary.quality()),
                summary.files());
    }

    static VersionAnswer broken(String version, String reason, List<ModelHistory.Entry> entries) {
        return new VersionAnswer(
                version, VersionStatus.BROKEN, reason, times(entries), null, null, null, null, null, null);
    }

    private static List<Instant> times(List<ModelHistory.Entry> entries) {
        return entries.stream().map(ModelHistory.Entry::at).toList();
    }
}
