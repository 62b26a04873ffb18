package fr.ecolhuma.etreprof.api.clusters;

import fr.ecolhuma.etreprof.api.served.FewUsers;
import fr.ecolhuma.etreprof.segmentation.persona.Personas;
import fr.ecolhuma.etreprof.segmentation.profile.SegmentProfile;
import fr.ecolhuma.etreprof.snapshot.past.LiveModel;
import fr.ecolhuma.etreprof.snapshot.past.ModelHistory;
import fr.ecolhuma.etreprof.snapshot.past.PastModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code GET /clusters/history}.
 *
 * @param versions those that were live and are kept, in the order in which they first went live
 * @param candidates those that are kept and were never live, by their as-of
 */
record HistoryAnswer(boolean success, List<Version> versions, List<Version> candidates) {

    /**
     * A version as it was computed: its sizes still include users who were erased later.
     *
     * @param liveFrom the instants at which it went live, ISO 8601 in UTC; empty for a version that came with the
     *     service
     */
    record Version(String modelVersion, String asOf, boolean live, List<String> liveFrom, List<Cluster> clusters) {}

    /**
     * A segment of a version; the size and means of 1 to 4 users are null, and so is the size of the next larger
     * segment.
     *
     * @param means of every feature
     */
    record Cluster(
            int id,
            String name,
            @Nullable Integer size,
            @Nullable Double percentage,
            @Nullable Map<String, Double> means) {

        static Cluster of(int id, SegmentProfile profile, boolean hidden) {
            return new Cluster(
                    id,
                    Personas.shipped().get(id).name(),
                    hidden ? null : (Integer) profile.size(),
                    hidden ? null : (Double) profile.percentage(),
                    FewUsers.hides(profile.size()) ? null : profile.means());
        }
    }

    /**
     * The answer.
     *
     * @param live the live versions in that order; a version that was live twice is in it twice
     * @param all every version that is kept
     */
    static HistoryAnswer of(
            List<LiveModel> live, List<PastModel> all, List<ModelHistory.Entry> changes, String served) {
        Map<String, PastModel> versions = new LinkedHashMap<>();
        live.forEach(one -> versions.putIfAbsent(one.past().version(), one.past()));
        List<PastModel> candidates = all.stream()
                .filter(model -> !versions.containsKey(model.version()))
                .toList();
        return new HistoryAnswer(
                true, versions(versions.values(), changes, served), versions(candidates, changes, served));
    }

    private static List<Version> versions(
            Collection<PastModel> models, List<ModelHistory.Entry> changes, String served) {
        return models.stream().map(model -> version(model, changes, served)).toList();
    }

    private static Version version(PastModel model, List<ModelHistory.Entry> changes, String served) {
        List<String> liveFrom = changes.stream()
                .filter(entry -> entry.version().equals(model.version()))
                .map(entry -> entry.at().toString())
                .toList();
        Set<Integer> hidden = FewUsers.hidden(
                model.profiles().stream().map(SegmentProfile::size).toList());
        List<Cluster> clusters = new ArrayList<>();
        for (int id = 0; id < model.profiles().size(); id++) {
            clusters.add(Cluster.of(id, model.profiles().get(id), hidden.contains(id)));
        }
        return new Version(
                model.version(), model.asOf().toString(), model.version().equals(served), liveFrom, clusters);
    }
}
