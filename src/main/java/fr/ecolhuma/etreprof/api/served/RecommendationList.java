package fr.ecolhuma.etreprof.api.served;

import fr.ecolhuma.etreprof.classification.Defi;
import fr.ecolhuma.etreprof.recommendation.CatalogueItem;
import fr.ecolhuma.etreprof.recommendation.ContentFilter;
import fr.ecolhuma.etreprof.recommendation.Recommendation;
import fr.ecolhuma.etreprof.segmentation.Persona;
import fr.ecolhuma.etreprof.segmentation.Personas;
import fr.ecolhuma.etreprof.snapshot.Snapshot;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A segment's strategy and a list of contents, as {@code /recommend} and the profile show them. */
public record RecommendationList(
        String clusterName,
        String strategy,
        List<String> recommendedContentTypes,
        String engagementApproach,
        String description,
        String nextSteps,
        int clusterId,
        int totalRecommendations,
        List<Entry> recommendations,
        Reasoning reasoning,
        String systemStatus) {

    /** One content. */
    public record Entry(
            long id,
            String title,
            String type,
            String url,
            String source,
            String reason,
            boolean isPriorityChallenge,
            @Nullable String priorityChallenge,
            String theme,
            String themeFr,
            double score) {

        private static final double PRECISION = 10_000;

        static Entry of(Recommendation one, Snapshot snapshot) {
            CatalogueItem item = one.item();
            Defi defi = item.isPriority()
                    ? snapshot.taxonomy().defiByCode(item.defis().getFirst())
                    : null;
            return new Entry(
                    item.key().id(),
                    item.title(),
                    item.key().type(),
                    item.url(),
                    one.source(),
                    one.reason(),
                    item.isPriority(),
                    defi == null ? null : defi.code(),
                    snapshot.taxonomy().theme(item.theme()).label(),
                    snapshot.taxonomy().theme(item.theme()).labelFr(),
                    Math.round(one.score() * PRECISION) / PRECISION);
        }
    }

    /** What the list was chosen from. */
    public record Reasoning(String strategy, int availableContents, int normalContents, int priorityContents) {

        static Reasoning of(String strategy, Snapshot snapshot, ContentFilter filter) {
            int available = 0;
            int priority = 0;
            for (CatalogueItem item : snapshot.model().catalogue()) {
                if (filter.accepts(item)) {
                    available++;
                    priority += item.isPriority() ? 1 : 0;
                }
            }
            return new Reasoning(strategy, available, available - priority, priority);
        }
    }

    /** The list for a segment, from the contents that pass the filter. */
    public static RecommendationList of(
            Snapshot snapshot, int segment, ContentFilter filter, List<Recommendation> recommendations) {
        Persona persona = Personas.shipped().get(segment);
        List<Entry> entries =
                recommendations.stream().map(one -> Entry.of(one, snapshot)).toList();
        return new RecommendationList(
                persona.name(),
                persona.strategy(),
                persona.recommendedContentTypes(),
                persona.engagementApproach(),
                persona.description(),
                persona.nextSteps(),
                segment,
                entries.size(),
                entries,
                Reasoning.of(persona.strategy(), snapshot, filter),
                "ok");
    }
}
