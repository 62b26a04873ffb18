package fr.ecolhuma.etreprof.snapshot.disk;

import java.io.Serial;

/** A model version that cannot be saved or loaded; the message says what was found and what was expected. */
public final class SnapshotException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    /** A refusal. */
    public SnapshotException(String message) {
        super(message);
    }

    /** The refusal of a models folder that cannot be written. */
    public static SnapshotException unwritable() {
        return new SnapshotException(
                "the models folder cannot be written; check that it is writable and has free space");
    }
}
