package fr.ecolhuma.etreprof.recommendation.list;

import fr.ecolhuma.etreprof.domain.CatalogueItem;

/**
 * One entry of a list.
 *
 * @param item the content
 * @param score 0 to 1, higher is better
 * @param source the reason for which it is on the list
 * @param reason one French sentence with the figure behind it
 */
public record Recommendation(CatalogueItem item, double score, Source source, String reason) {}
