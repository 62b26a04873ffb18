package fr.ecolhuma.etreprof.classification.document;

import java.io.Serial;

/** A document or text that is refused; the message says what was found, what was expected and what to do. */
public final class DocumentException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    /** Why it is refused. */
    public enum Kind {
        /** Its bytes do not have the declared form. */
        BROKEN,
        /** It is too large, packed or unpacked. */
        TOO_LARGE,
        /** It is of an unsupported kind. */
        UNSUPPORTED,
        /** It is sound, but has no text to classify: it is blank, locked or a scan. */
        UNUSABLE,
        /** Too many documents are being read now. */
        BUSY
    }

    private final Kind kind;

    DocumentException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    /** Why it is refused. */
    public Kind kind() {
        return kind;
    }

    public static DocumentException broken(String message) {
        return new DocumentException(Kind.BROKEN, message);
    }

    static DocumentException tooLarge(String message) {
        return new DocumentException(Kind.TOO_LARGE, message);
    }

    static DocumentException unsupported(String message) {
        return new DocumentException(Kind.UNSUPPORTED, message);
    }

    public static DocumentException unusable(String message) {
        return new DocumentException(Kind.UNUSABLE, message);
    }
}
