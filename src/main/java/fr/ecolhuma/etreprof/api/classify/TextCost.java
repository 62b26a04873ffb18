package fr.ecolhuma.etreprof.api.classify;

/** What a text or a document takes from its caller's allowance, in ordinary texts. */
final class TextCost {

    /** Four times as much as a long content of a teacher. */
    private static final int ORDINARY_BYTES = 20_000;

    /** A PDF of a few pages takes as long as ten texts to read. */
    private static final int DOCUMENT = 10;

    private TextCost() {}

    static int ofText(int bytes) {
        return 1 + bytes / ORDINARY_BYTES;
    }

    static int ofDocument(int bytes) {
        return DOCUMENT + bytes / ORDINARY_BYTES;
    }
}
