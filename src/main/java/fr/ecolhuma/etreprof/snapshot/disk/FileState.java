package fr.ecolhuma.etreprof.snapshot.disk;

import java.nio.file.Path;

/**
 * By what a file that only grows is known to be as it was read: its length tells two changes within a tick of its clock
 * apart.
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
