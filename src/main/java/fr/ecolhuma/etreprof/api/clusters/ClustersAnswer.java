package fr.ecolhuma.etreprof.api.clusters;

import fr.ecolhuma.etreprof.segmentation.Persona;
import fr.ecolhuma.etreprof.segmentation.Personas;
import fr.ecolhuma.etreprof.segmentation.SegmentDescription;
import fr.ecolhuma.etreprof.segmentation.SegmentProfile;
import fr.ecolhuma.etreprof.snapshot.Snapshot;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The body of {@code GET /clusters}. */
record ClustersAnswer(boolean success, String modelVersion, Map<String, Cluster> clusters) {

    record Cluster(
            String name,
            String nameFr,
            int count,
            double percentage,
            String strategy,
            String summary,
            SegmentDescription description,
            List<TopThemes.Used> topThemes,
            Map<String, @Nullable Object> profile) {

        static Cluster of(Persona persona, SegmentProfile profile, List<TopThemes.Used> themes) {
            return new Cluster(
                    persona.name(),
                    persona.nameFr(),
                    profile.size(),
                    profile.percentage(),
                    persona.strategy(),
                    persona.summary(),
                    SegmentDescription.of(profile),
                    themes,
                    figures(profile));
        }

        private static Map<String, @Nullable Object> figures(SegmentProfile profile) {
            Map<String, @Nullable Object> figures = new LinkedHashMap<>();
            figures.put("size", profile.size());
            figures.put("count", profile.size());
            figures.put("percentage", profile.percentage());
            figures.putAll(profile.means());
            figures.put("anciennete", profile.anciennete());
            figures.put("topic_count", profile.topicCount());
            figures.put("activity_level", profile.activityLevel());
            figures.put("email_engagement", profile.emailEngagement());
            figures.put("content_usage", profile.contentUsage());
            return figures;
        }
    }

    static ClustersAnswer of(Snapshot snapshot) {
        Map<String, Cluster> clusters = new LinkedHashMap<>();
        List<List<TopThemes.Used>> themes = TopThemes.of(snapshot);
        for (Persona persona : Personas.shipped().all()) {
            SegmentProfile profile = snapshot.model().profiles().get(persona.id());
            clusters.put(String.valueOf(persona.id()), Cluster.of(persona, profile, themes.get(persona.id())));
        }
        return new ClustersAnswer(true, snapshot.version(), clusters);
    }
}
