package fr.ecolhuma.etreprof.snapshot.disk;

import java.nio.file.Path;

/**
 * The time and the length of a file that only grows: equal ones mean that it has not changed. The length differs where two
 * changes fall into one tick of the clock.
 *
 * @param changedAt milliseconds since 1970; 0 for a file that is not there
 * @param bytes its length; 0 for a file that is not there
 */
public record FileState(long changedAt, long bytes) {

    /** Of a file that is not there. */
    public static final FileState NONE = new FileState(0, 0);

    /** As it is now. */
    public static FileState of(Path file) {
        return new FileState(file.toFile().lastModified(), file.toFile().length());
    }
}
