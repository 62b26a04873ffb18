package fr.ecolhuma.etreprof.classification.text;

/**
 * A word of a document as the classifier sees it.
 *
 * @param term folded and stemmed, or a normalised name such as {@code niveau_cycle_2}
 * @param start where it stands in the normalised source
 * @param end where it ends there
 * @param place the part of the document
 * @param follows whether it follows the word before it in the same block
 * @param whole whether it stands in the text as it is, not as a stem of something longer
 */
public record Word(String term, int start, int end, Passage.Place place, boolean follows, boolean whole) {}
