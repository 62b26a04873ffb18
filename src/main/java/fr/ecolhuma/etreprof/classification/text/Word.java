package fr.ecolhuma.etreprof.classification.text;

/**
 * A word of a document as the classifier sees it.
 *
 * @param term folded and stemmed, or a normalised name such as {@code niveau_cycle_2}
 * @param start where it begins in the normalised source
 * @param end where it ends in it
 * @param place the part of the document
 * @param follows whether it follows the word before it in the same block
 * @param whole whether the text has this form, and not only a longer word with this stem
 */
public record Word(String term, int start, int end, Passage.Place place, boolean follows, boolean whole) {}
