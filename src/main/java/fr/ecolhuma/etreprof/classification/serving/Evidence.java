package fr.ecolhuma.etreprof.classification.serving;

/**
 * Words of a text that support a label.
 *
 * @param term the words as they are in the text
 * @param kind {@code theme} or {@code defi}: what it supports
 * @param label code of the theme or défi that it supports
 * @param where {@code title}, {@code heading}, {@code emphasis} or {@code body}
 * @param weight its share of all support for the label, above 0 and at most 1
 * @param start offset of its first character in the text as it was given, in UTF-16 units
 * @param end offset after its last character
 */
public record Evidence(String term, String kind, String label, String where, double weight, int start, int end) {}
