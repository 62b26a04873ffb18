package fr.ecolhuma.etreprof.api.transitions;

import fr.ecolhuma.etreprof.api.served.FewUsers;
import fr.ecolhuma.etreprof.segmentation.Personas;
import fr.ecolhuma.etreprof.segmentation.SegmentProfile;
import fr.ecolhuma.etreprof.snapshot.ModelHistory;
import fr.ecolhuma.etreprof.snapshot.PastModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code GET /clusters/history}.
 *
 * @param versions those that are kept, the earliest first
 */
record HistoryAnswer(boolean success, List<Version> versions) {

    /**
     * A version as it was computed: who was erased later is still in its sizes.
     *
     * @param liveFrom each instant at which it went live, ISO 8601 in UTC
     */
    record Version(String modelVersion, String asOf, boolean live, List<String> liveFrom, List<Cluster> clusters) {}

    /**
     * A segment of a version; figures of 1 to 4 users are null.
     *
     * @param means of every feature
     */
    record Cluster(
            int id,
            String name,
            @Nullable Integer size,
            @Nullable Double percentage,
            @Nullable Map<String, Double> means) {

        static Cluster of(int id, SegmentProfile profile) {
            boolean few = FewUsers.hides(profile.size());
            return new Cluster(
                    id,
                    Personas.shipped().get(id).name(),
                    FewUsers.shown(profile.size()),
                    few ? null : (Double) profile.percentage(),
                    few ? null : profile.means());
        }
    }

    static HistoryAnswer of(List<PastModel> all, List<ModelHistory.Entry> live, String served) {
        return new HistoryAnswer(
                true, all.stream().map(model -> version(model, live, served)).toList());
    }

    private static Version version(PastModel model, List<ModelHistory.Entry> live, String served) {
        List<String> liveFrom = live.stream()
                .filter(entry -> entry.version().equals(model.version()))
                .map(entry -> entry.at().toString())
                .toList();
        List<Cluster> clusters = new ArrayList<>();
        for (int id = 0; id < model.profiles().size(); id++) {
            clusters.add(Cluster.of(id, model.profiles().get(id)));
        }
        return new Version(
                model.version(), model.asOf().toString(), model.version().equals(served), liveFrom, clusters);
    }
}
