package fr.ecolhuma.etreprof.snapshot.disk;

import java.io.IOException;
import java.io.Serial;

/** A model version that cannot be saved or loaded; the message says what was found and what was expected. */
public final class SnapshotException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    private final boolean full;

    /** A refusal. */
    public SnapshotException(String message) {
        this(message, false);
    }

    private SnapshotException(String message, boolean full) {
        super(message);
        this.full = full;
    }

    /** The refusal of a models folder that cannot be written. */
    public static SnapshotException unwritable(IOException reason) {
        return unwritable("models folder", reason);
    }

    /**
     * The refusal of a folder or file that cannot be written.
     *
     * @param place its name for operators
     */
    public static SnapshotException unwritable(String place, IOException reason) {
        return Disk.isFull(reason)
                ? new SnapshotException(
                        "the disk of the %s is full; free some space on it and try again".formatted(place), true)
                : new SnapshotException(
                        "the %s cannot be written; check that it is writable and has free space".formatted(place));
    }

    /** Whether there is no free space. */
    public boolean isFull() {
        return full;
    }
}
