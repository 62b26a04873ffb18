package fr.ecolhuma.etreprof.api.lists;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import fr.ecolhuma.etreprof.domain.CatalogueItem;
import fr.ecolhuma.etreprof.domain.Defi;
import fr.ecolhuma.etreprof.domain.Theme;
import fr.ecolhuma.etreprof.recommendation.list.PersonalEntry;
import fr.ecolhuma.etreprof.recommendation.list.Recommendation;
import fr.ecolhuma.etreprof.snapshot.model.Snapshot;
import org.jspecify.annotations.Nullable;

/**
 * One content of a list, as every list shows it.
 *
 * @param score four decimals on the list of a segment, six on a personal one
 * @param parts the addends of the score, as fields of the content; none on the list of a segment
 */
public record RecommendedContent(
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
        double score,
        @JsonUnwrapped @Nullable ScoreParts parts) {

    private static final double PRECISION = 10_000;

    /** An entry of a segment's list. */
    static RecommendedContent of(Recommendation one, Snapshot snapshot) {
        double score = Math.round(one.score() * PRECISION) / PRECISION;
        return of(snapshot, one.item(), one.source().code(), one.reason(), score, null);
    }

    /** An entry of a personal list. */
    public static RecommendedContent of(PersonalEntry one, Snapshot snapshot) {
        double score = ScoreParts.rounded(one.score());
        return of(snapshot, one.item(), one.source().code(), one.reason(), score, ScoreParts.of(one));
    }

    private static RecommendedContent of(
            Snapshot snapshot,
            CatalogueItem item,
            String source,
            String reason,
            double score,
            @Nullable ScoreParts parts) {
        Defi defi =
                item.isPriority() ? snapshot.taxonomy().defiByCode(item.defis().getFirst()) : null;
        Theme theme = snapshot.taxonomy().theme(item.theme());
        return new RecommendedContent(
                item.key().id(),
                item.title(),
                item.key().type(),
                item.url(),
                source,
                reason,
                item.isPriority(),
                defi == null ? null : defi.code(),
                theme.label(),
                theme.labelFr(),
                score,
                parts);
    }
}
