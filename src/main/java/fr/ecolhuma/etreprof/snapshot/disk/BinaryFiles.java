package fr.ecolhuma.etreprof.snapshot.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** The binary files of a version, little-endian. */
public final class BinaryFiles {

    private BinaryFiles() {}

    /** The whole content of a small file. */
    public static ByteBuffer read(Path folder, String name) {
        try {
            return ByteBuffer.wrap(Files.readAllBytes(folder.resolve(name))).order(ByteOrder.LITTLE_ENDIAN);
        } catch (IOException _) {
            throw unreadable(name);
        }
    }

    /** A large file, read piece by piece: read whole, it would fill the heap beside the model. */
    public static Pieces open(Path folder, String name) {
        try {
            return new Pieces(name, FileChannel.open(folder.resolve(name)));
        } catch (IOException _) {
            throw unreadable(name);
        }
    }

    private static SnapshotException unreadable(String name) {
        return new SnapshotException("%s is missing or unreadable; the version is broken".formatted(name));
    }

    /** A file from its beginning to its end. */
    public static final class Pieces implements AutoCloseable {

        private final String name;
        private final FileChannel channel;

        private Pieces(String name, FileChannel channel) {
            this.name = name;
            this.channel = channel;
        }

        public void requireSize(long expected) {
            try {
                if (channel.size() != expected) {
                    throw new SnapshotException(
                            "%s: found %d bytes, expected %d".formatted(name, channel.size(), expected));
                }
            } catch (IOException _) {
                throw unreadable(name);
            }
        }

        /** Fills a buffer with the next bytes. */
        public void next(ByteBuffer piece) {
            piece.clear();
            try {
                while (piece.hasRemaining()) {
                    if (channel.read(piece) < 0) {
                        throw unreadable(name);
                    }
                }
            } catch (IOException _) {
                throw unreadable(name);
            }
            piece.flip();
        }

        @Override
        public void close() {
            try {
                channel.close();
            } catch (IOException _) {
                throw unreadable(name);
            }
        }
    }
}
