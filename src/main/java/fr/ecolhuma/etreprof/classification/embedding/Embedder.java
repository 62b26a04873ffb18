package fr.ecolhuma.etreprof.classification.embedding;

/** Turns a text into a vector whose direction tells what it is about; safe for several threads. */
public interface Embedder {

    /** Names what it computes: two embedders of one name give the same vectors; {@code none} for no embedder. */
    String id();

    /**
     * The vector of a text, of length 1; empty where there is no embedder, or the text has no word.
     *
     * @throws EmbedderException if the model fails
     */
    float[] embed(String text);

    /** No embedder: texts have no vectors. */
    static Embedder none() {
        return None.INSTANCE;
    }

    /** Whether it is an embedder at all. */
    default boolean exists() {
        return true;
    }
}
