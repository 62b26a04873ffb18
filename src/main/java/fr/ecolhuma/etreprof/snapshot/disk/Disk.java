package fr.ecolhuma.etreprof.snapshot.disk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;

/** Atomic changes of folders: each happens wholly or not at all, even if the machine stops. */
public final class Disk {

    /** Writes a file, or puts a written one in its place. */
    public interface Writer {

        void write(Path file) throws IOException;
    }

    private static final String FRESH = ".new-";
    private static final String SUFFIX = ".tmp";
    private static final String ASIDE = ".aside-";

    /** As Linux names them. */
    private static final List<String> FULL = List.of("no space left", "disk quota exceeded", "file too large");

    private Disk() {}

    /** Flushes a folder's files and then the folder itself. */
    public static void sync(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                force(file, StandardOpenOption.WRITE);
            }
        }
        force(folder, StandardOpenOption.READ);
    }

    /** Renames a file or folder in one step, replaces a file that may be there, and flushes the parent folder. */
    public static void rename(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        force(parent(to), StandardOpenOption.READ);
    }

    /** Replaces a file by one written beside it; a folder in its place is put aside. */
    public static void replace(Path file, Writer writer) throws IOException {
        write(file, writer, fresh -> {
            makeRoom(file);
            rename(fresh, file);
        });
    }

    /** Puts a folder aside that stands in the place of a file; it may hold what somebody still needs. */
    public static void makeRoom(Path file) throws IOException {
        if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
            Files.move(file, parent(file).resolve(file.getFileName() + ASIDE + UUID.randomUUID()));
        }
    }

    /** Creates a folder and those above it, and flushes each folder in which one appears. */
    public static void createFolders(Path folder) throws IOException {
        Path absolute = folder.toAbsolutePath();
        if (Files.isDirectory(absolute)) {
            return;
        }
        Path parent = parent(absolute);
        if (!parent.equals(absolute)) {
            createFolders(parent);
        }
        Files.createDirectories(absolute);
        force(parent, StandardOpenOption.READ);
    }

    /** The time by the clock that dates the files of a folder: the clock of this machine may be another. */
    public static Instant now(Path folder) throws IOException {
        Path fresh = Files.createTempFile(folder, FRESH, SUFFIX);
        try {
            return Files.getLastModifiedTime(fresh).toInstant();
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    /** Whether a write failed because there is no free space, or no more than the caller may use. */
    public static boolean isFull(IOException failure) {
        String said = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
        return FULL.stream().anyMatch(said::contains);
    }

    /**
     * Creates a new file wholly or not at all; if several try at once, the first one creates it.
     *
     * @throws FileAlreadyExistsException if it exists already; it stays
     */
    public static void create(Path file, Writer writer) throws IOException {
        write(file, writer, fresh -> {
            link(fresh, file);
            force(parent(file), StandardOpenOption.READ);
        });
    }

    /**
     * Removes the files that killed writes have left in a folder. A write in progress that loses its file begins again.
     *
     * @param depth 1 for the files of the folder alone, 2 for those of its folders too
     */
    public static void sweep(Path folder, int depth) {
        try (Stream<Path> all = Files.walk(folder, depth)) {
            for (Path path : all.filter(Disk::isFresh).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException | UncheckedIOException _) {
            // nothing depends on it; the next start tries again
        }
    }

    private static boolean isFresh(Path path) {
        String name = String.valueOf(path.getFileName());
        return name.startsWith(FRESH) && name.endsWith(SUFFIX) && Files.isRegularFile(path);
    }

    private static void write(Path file, Writer writer, Writer placing) throws IOException {
        try {
            writeOnce(file, writer, placing);
        } catch (NoSuchFileException _) {
            // another process that starts has swept it away
            writeOnce(file, writer, placing);
        }
    }

    /** Writes and flushes a file beside its place; the last step moves it there. */
    private static void writeOnce(Path file, Writer writer, Writer placing) throws IOException {
        Path folder = parent(file);
        createFolders(folder);
        Path fresh = Files.createTempFile(folder, FRESH, SUFFIX);
        try {
            writer.write(fresh);
            force(fresh, StandardOpenOption.WRITE);
            fresh.toFile().setReadable(true, false);
            placing.write(fresh);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    /** A volume without links still has renames; if two write at once there, the last one counts. */
    private static void link(Path fresh, Path file) throws IOException {
        try {
            Files.createLink(file, fresh);
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (UnsupportedOperationException | IOException _) {
            if (Files.exists(file)) {
                throw new FileAlreadyExistsException(file.toString());
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    /** Removes a folder and its content, if it exists. */
    public static void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.deleteIfExists(path);
            }
        }
    }

    private static Path parent(Path path) {
        Path parent = path.toAbsolutePath().getParent();
        return parent == null ? path : parent;
    }

    private static void force(Path path, StandardOpenOption mode) throws IOException {
        try (FileChannel channel = FileChannel.open(path, mode)) {
            channel.force(true);
        }
    }
}
