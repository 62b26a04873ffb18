package fr.ecolhuma.etreprof.recommendation.list;

import fr.ecolhuma.etreprof.domain.CatalogueItem;
import java.util.List;
import java.util.SortedMap;

/**
 * One content of a personal list. The contributions of {@code because} and the amounts of {@code parts} add up to the
 * score.
 *
 * @param item the content
 * @param score the number by which it is ranked; higher is better
 * @param source the reason for which it is on the list
 * @param because contents of the user's history that led to it, strongest first
 * @param parts all amounts that do not come from a content of the history, by name
 * @param reason one French sentence
 */
public record PersonalEntry(
        CatalogueItem item,
        double score,
        Source source,
        List<Because> because,
        SortedMap<String, Double> parts,
        String reason) {

    /**
     * A content of the history and the amount that it adds.
     *
     * @param row in the catalogue
     */
    public record Because(int row, CatalogueItem item, double contribution) {}

    public PersonalEntry {
        because = List.copyOf(because);
    }
}
