package fr.ecolhuma.etreprof.recommendation.reason;

/**
 * A content that the reader has used and that speaks for another one.
 *
 * @param row in the catalogue
 * @param weight how much it speaks for it, above 0
 */
public record Supporter(int row, double weight) {}
