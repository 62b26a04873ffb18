package fr.ecolhuma.etreprof.classification.linear;

import fr.ecolhuma.etreprof.classification.text.Language;

/**
 * A text as it is read once for all who ask about it.
 *
 * @param language what it is written in
 * @param words how many it has, those that say nothing too
 * @param terms its words, pairs and title; no runs of characters
 */
public record TextTerms(Language language, int words, TermWeights terms) {}
