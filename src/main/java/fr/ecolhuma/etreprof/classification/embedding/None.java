package fr.ecolhuma.etreprof.classification.embedding;

/** No embedder. */
enum None implements Embedder {
    INSTANCE;

    private static final float[] EMPTY = {};

    @Override
    public String id() {
        return "none";
    }

    @Override
    public boolean exists() {
        return false;
    }

    @Override
    public float[] embed(String text) {
        return EMPTY;
    }
}
