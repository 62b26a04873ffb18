package fr.ecolhuma.etreprof.ingestion.source;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A temporary folder, removed when closed; creating one also removes the folders that killed processes have left. */
final class ScratchFolder implements AutoCloseable {

    private static final String PREFIX = "etreprof-";
    private static final String LOCK = "lock";
    /** The age that a folder may have before its lock is taken. */
    private static final Duration MAKING = Duration.ofMinutes(1);
    /**
     * Folders of this process: a second channel on their lock would release it, since POSIX locks end with the first
     * channel that closes.
     */
    private static final Set<Path> OWN = ConcurrentHashMap.newKeySet();

    private final Path path;
    private final FileChannel lock;

    private ScratchFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    static ScratchFolder in(Path parent) throws IOException {
        removeRemains(parent);
        Path path = Files.createTempDirectory(parent, PREFIX);
        OWN.add(path);
        try {
            return new ScratchFolder(path, locked(path.resolve(LOCK)));
        } catch (IOException e) {
            // interrupted, for instance
            remove(path);
            OWN.remove(path);
            throw e;
        }
    }

    private static FileChannel locked(Path file) throws IOException {
        FileChannel lock = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try {
            lock.lock();
            return lock;
        } catch (IOException e) {
            lock.close();
            throw e;
        }
    }

    Path path() {
        return path;
    }

    @Override
    public void close() throws IOException {
        lock.close();
        remove(path);
        OWN.remove(path);
    }

    private static void removeRemains(Path parent) {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(parent, PREFIX + "*")) {
            for (Path folder : folders) {
                if (!OWN.contains(folder) && isOld(folder)) {
                    removeUnlocked(folder);
                }
            }
        } catch (IOException e) {
            // nothing depends on it; the next run tries again
        }
    }

    private static boolean isOld(Path folder) throws IOException {
        return Files.getLastModifiedTime(folder)
                .toInstant()
                .isBefore(Instant.now().minus(MAKING));
    }

    private static void removeUnlocked(Path folder) throws IOException {
        Path lock = folder.resolve(LOCK);
        if (!Files.isRegularFile(lock)) {
            return;
        }
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE)) {
            if (channel.tryLock() != null) {
                remove(folder);
            }
        } catch (OverlappingFileLockException e) {
            // another part of this process holds it
        }
    }

    private static void remove(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path dir, IOException failure) throws IOException {
                Files.deleteIfExists(dir);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
