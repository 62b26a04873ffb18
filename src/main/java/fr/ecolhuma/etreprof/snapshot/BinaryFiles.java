package fr.ecolhuma.etreprof.snapshot;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/** The binary files of a version, little-endian. */
final class BinaryFiles {

    private BinaryFiles() {}

    static ByteBuffer read(Path folder, String name) {
        try {
            return ByteBuffer.wrap(Files.readAllBytes(folder.resolve(name))).order(ByteOrder.LITTLE_ENDIAN);
        } catch (IOException e) {
            throw new SnapshotException("%s is missing or unreadable; the version is broken".formatted(name));
        }
    }

    static void requireSize(String name, ByteBuffer bytes, long expected) {
        if (bytes.remaining() != expected) {
            throw new SnapshotException("%s: found %d bytes, expected %d".formatted(name, bytes.remaining(), expected));
        }
    }
}
