package fr.ecolhuma.etreprof.api.clusters;

import fr.ecolhuma.etreprof.api.served.FewUsers;
import fr.ecolhuma.etreprof.segmentation.persona.Persona;
import fr.ecolhuma.etreprof.segmentation.persona.Personas;
import fr.ecolhuma.etreprof.segmentation.profile.SegmentDescription;
import fr.ecolhuma.etreprof.segmentation.profile.SegmentProfile;
import fr.ecolhuma.etreprof.snapshot.model.Snapshot;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code GET /clusters}; the figures of a segment of 1 to 4 users are null, and so are those of the next
 * larger segment.
 */
record ClustersAnswer(boolean success, String modelVersion, Map<String, Cluster> clusters) {

    record Cluster(
            String name,
            String nameFr,
            @Nullable Integer count,
            @Nullable Double percentage,
            String strategy,
            String summary,
            @Nullable SegmentDescription description,
            List<TopThemes.Used> topThemes,
            Map<String, @Nullable Object> profile) {

        static Cluster of(Persona persona, SegmentProfile profile, List<TopThemes.Used> themes, boolean hidden) {
            boolean few = FewUsers.hides(profile.size());
            return new Cluster(
                    persona.name(),
                    persona.nameFr(),
                    hidden ? null : (Integer) profile.size(),
                    hidden ? null : (Double) profile.percentage(),
                    persona.strategy(),
                    persona.summary(),
                    few ? null : SegmentDescription.of(profile),
                    few ? List.of() : themes,
                    figures(profile, few, hidden));
        }

        private static Map<String, @Nullable Object> figures(SegmentProfile profile, boolean few, boolean hidden) {
            Map<String, @Nullable Object> figures = new LinkedHashMap<>();
            figures.put("size", profile.size());
            figures.put("count", profile.size());
            figures.put("percentage", profile.percentage());
            if (hidden) {
                figures.replaceAll((name, size) -> null);
            }
            figures.putAll(profile.means());
            figures.put("anciennete", profile.anciennete());
            figures.put("topic_count", profile.topicCount());
            figures.put("activity_level", profile.activityLevel());
            figures.put("email_engagement", profile.emailEngagement());
            figures.put("content_usage", profile.contentUsage());
            if (few) {
                figures.replaceAll((name, figure) -> null);
            }
            return figures;
        }
    }

    static ClustersAnswer of(Snapshot snapshot) {
        Map<String, Cluster> clusters = new LinkedHashMap<>();
        List<List<TopThemes.Used>> themes = TopThemes.of(snapshot);
        Set<Integer> hidden = FewUsers.hidden(
                snapshot.model().profiles().stream().map(SegmentProfile::size).toList());
        for (Persona persona : Personas.shipped().all()) {
            SegmentProfile profile = snapshot.model().profiles().get(persona.id());
            clusters.put(
                    String.valueOf(persona.id()),
                    Cluster.of(persona, profile, themes.get(persona.id()), hidden.contains(persona.id())));
        }
        return new ClustersAnswer(true, snapshot.version(), clusters);
    }
}
