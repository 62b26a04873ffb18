package fr.ecolhuma.etreprof.classification;

/**
 * A priority challenge of the platform; a content has any number of them, mostly none.
 *
 * @param code the name in files and filters
 * @param column the flag's column in the contents' export
 * @param label the English name
 * @param labelFr the French name
 */
public record Defi(String code, String column, String label, String labelFr) {}
