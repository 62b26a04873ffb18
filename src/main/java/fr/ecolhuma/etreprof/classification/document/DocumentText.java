package fr.ecolhuma.etreprof.classification.document;

/**
 * The text of a document.
 *
 * @param cut whether the document goes on after it
 */
public record DocumentText(String text, boolean cut) {

    /** A whole text, ready to be classified. */
    public static DocumentText whole(String text) {
        return new DocumentText(ContentText.of(text), false);
    }
}
