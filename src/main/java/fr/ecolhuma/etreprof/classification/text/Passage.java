package fr.ecolhuma.etreprof.classification.text;

/**
 * A run of words in one place of a document.
 *
 * @param text the words
 * @param alignment where they stand in the normalised source
 * @param place what part of the document it is in
 * @param block the number of its paragraph, heading or cell: words of two blocks do not follow one another
 */
public record Passage(String text, Alignment alignment, Place place, int block) {

    /** Parts of a document, and how much a word there weighs. */
    public enum Place {
        TITLE(3),
        HEADING(2),
        EMPHASIS(1.25),
        BODY(1);

        private final double weight;

        Place(double weight) {
            this.weight = weight;
        }

        public double weight() {
            return weight;
        }
    }
}
