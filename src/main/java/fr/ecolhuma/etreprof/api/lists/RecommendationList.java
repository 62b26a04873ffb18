package fr.ecolhuma.etreprof.api.lists;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.ecolhuma.etreprof.domain.CatalogueItem;
import fr.ecolhuma.etreprof.recommendation.list.ContentFilter;
import fr.ecolhuma.etreprof.recommendation.list.PersonalList;
import fr.ecolhuma.etreprof.recommendation.list.Recommendation;
import fr.ecolhuma.etreprof.segmentation.persona.Persona;
import fr.ecolhuma.etreprof.segmentation.persona.Personas;
import fr.ecolhuma.etreprof.snapshot.model.Snapshot;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A segment's strategy and a list of contents, as {@code /recommend} and the profile show them.
 *
 * @param rung where a personal list comes from; left out where the list is the segment's
 */
public record RecommendationList(
        String clusterName,
        String strategy,
        List<String> recommendedContentTypes,
        String engagementApproach,
        String description,
        String nextSteps,
        int clusterId,
        int totalRecommendations,
        List<RecommendedContent> recommendations,
        Reasoning reasoning,
        ListStatus systemStatus,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String rung) {

    /** The number of contents that the list was chosen from. */
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
            return of(strategy, available, priority);
        }

        private static Reasoning of(String strategy, int available, int priority) {
            return new Reasoning(strategy, available, available - priority, priority);
        }
    }

    /** The list for a segment, from the contents that pass the filter. */
    public static RecommendationList of(
            Snapshot snapshot, int segment, ContentFilter filter, List<Recommendation> recommendations) {
        return of(
                segment,
                Reasoning.of(Personas.shipped().get(segment).strategy(), snapshot, filter),
                recommendations.stream()
                        .map(one -> RecommendedContent.of(one, snapshot))
                        .toList(),
                null);
    }

    /** The list for one user of a segment, from all contents. */
    public static RecommendationList of(Snapshot snapshot, int segment, PersonalList list) {
        PersonalList.Choice choice = list.choice();
        return of(
                segment,
                Reasoning.of(Personas.shipped().get(segment).strategy(), choice.contents(), choice.priorities()),
                list.entries().stream()
                        .map(one -> RecommendedContent.of(one, snapshot))
                        .toList(),
                list.rung().code());
    }

    private static RecommendationList of(
            int segment, Reasoning reasoning, List<RecommendedContent> entries, @Nullable String rung) {
        Persona persona = Personas.shipped().get(segment);
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
                reasoning,
                ListStatus.OK,
                rung);
    }
}
