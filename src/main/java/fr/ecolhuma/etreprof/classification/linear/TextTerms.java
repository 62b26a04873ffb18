package fr.ecolhuma.etreprof.classification.linear;

import fr.ecolhuma.etreprof.classification.language.Language;

/**
 * The terms of a text, read once for all uses of a recompute.
 *
 * @param language the language of the text
 * @param words how many words it has, including stop words
 * @param terms its words, pairs and title; no runs of characters
 */
public record TextTerms(Language language, int words, TermWeights terms) {}
