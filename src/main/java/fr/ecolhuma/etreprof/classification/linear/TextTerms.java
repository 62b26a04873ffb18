package fr.ecolhuma.etreprof.classification.linear;

import fr.ecolhuma.etreprof.classification.text.Language;

/**
 * A text in its terms, read once for everything that a recompute does with it.
 *
 * @param language what it is written in
 * @param words how many words it has, stop words included
 * @param terms its words, pairs and title; no runs of characters
 */
public record TextTerms(Language language, int words, TermWeights terms) {}
