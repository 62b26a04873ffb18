package fr.ecolhuma.etreprof.snapshot.disk;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A small text file beside the versions, replaced in one step. */
public final class SideFile {

    private final Path file;

    /** A file that may not exist yet. */
    public SideFile(Path file) {
        this.file = file;
    }

    /**
     * Replaces its text.
     *
     * @throws SnapshotException if the folder cannot be written
     */
    public void write(String text) {
        try {
            Disk.replace(file, fresh -> Files.writeString(fresh, text, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw SnapshotException.unwritable(e);
        }
    }

    /**
     * Removes it, if it exists.
     *
     * @throws SnapshotException if the folder cannot be written
     */
    public void remove() {
        try {
            Disk.makeRoom(file);
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw SnapshotException.unwritable(e);
        }
    }

    /** Its text; empty when it does not exist. */
    public Optional<String> read() {
        try {
            return Files.exists(file) ? Optional.of(Files.readString(file, StandardCharsets.UTF_8)) : Optional.empty();
        } catch (IOException _) {
            throw new SnapshotException("%s cannot be read; check its permissions".formatted(file.getFileName()));
        }
    }
}
