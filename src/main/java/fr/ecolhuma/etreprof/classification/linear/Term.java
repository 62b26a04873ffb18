package fr.ecolhuma.etreprof.classification.linear;

/**
 * A feature's use in a document.
 *
 * @param feature its name in the vocabulary
 * @param weight by its place in the document
 * @param first the place of its first word in the document's list
 * @param last the place of its last word
 */
public record Term(String feature, double weight, int first, int last) {}
