package fr.ecolhuma.etreprof.classification.text;

/**
 * A run of words in one place of a document.
 *
 * @param text the words
 * @param alignment their places in the normalised source
 * @param place the part of the document that holds them
 * @param block the number of its paragraph, heading or cell: words of two blocks are not neighbours
 */
public record Passage(String text, Alignment alignment, Place place, int block) {

    /** The parts of a document, and the weight of a word in each. */
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
