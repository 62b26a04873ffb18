package fr.ecolhuma.etreprof.classification.linear;

/** A text to learn from, with its features. */
public record AnalyzedText(LabelledText text, TermWeights terms) {}
