package fr.ecolhuma.etreprof.snapshot.disk;

import java.nio.file.Path;

/**
 * The time and the length of a file that only grows: if both are equal, it has not changed. The length shows a change
 * within the same tick of the clock.
 *
 * @param changedAt milliseconds since 1970; 0 for a file that does not exist
 * @param bytes its length; 0 for a file that does not exist
 */
public record FileState(long changedAt, long bytes) {

    /** The state of a file that does not exist. */
    public static final FileState NONE = new FileState(0, 0);

    /** The state of a file now. */
    public static FileState of(Path file) {
        return new FileState(file.toFile().lastModified(), file.toFile().length());
    }
}
