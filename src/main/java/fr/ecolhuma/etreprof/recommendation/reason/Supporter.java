package fr.ecolhuma.etreprof.recommendation.reason;

/**
 * A content that the reader has used and that led to another one.
 *
 * @param row in the catalogue
 * @param weight the amount that it adds, above 0
 */
public record Supporter(int row, double weight) {}
