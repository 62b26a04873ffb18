package fr.ecolhuma.etreprof.classification.linear;

/** A text to learn from, with its features. */
public record AnalyzedText(LabelledText text, TermWeights terms) {

    /** The same text at another weight. */
    public AnalyzedText weighing(double weight) {
        return new AnalyzedText(new LabelledText(text.id(), text.text(), text.labels(), weight), terms);
    }
}
