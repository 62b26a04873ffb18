package fr.ecolhuma.etreprof.snapshot.erasure;

import fr.ecolhuma.etreprof.snapshot.disk.Disk;
import fr.ecolhuma.etreprof.snapshot.disk.Json;
import fr.ecolhuma.etreprof.snapshot.disk.SnapshotException;
import fr.ecolhuma.etreprof.snapshot.model.Snapshot;
import fr.ecolhuma.etreprof.snapshot.model.UserIndex;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntPredicate;
import java.util.function.LongPredicate;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The erased users: the folder {@code erased} beside the versions, with one file per user, flushed before the erasure
 * takes effect. So instances can add to the list at the same time without a lock, which shared volumes often lack.
 *
 * <p>It holds only the platform's id of a user. A salted hash would only look safer: with the salt beside it, anyone
 * can try all ids in a second.
 */
public final class Erasures {

    /**
     * One erasure.
     *
     * @param id of the erasure, not of the user
     */
    public record Erasure(String id, Instant at) {}

    private static final Logger LOG = LoggerFactory.getLogger(Erasures.class);
    private static final String NAME = "erased";
    private static final String SUFFIX = ".json";

    private final Path folder;
    private final ErasedList list;
    private volatile long[] sorted = {};

    /**
     * The erasures beside the versions of a folder.
     *
     * @param models the folder of all versions
     */
    public Erasures(Path models) {
        this.folder = models.resolve(NAME);
        this.list = new ErasedList(models);
    }

    /**
     * Adds a user to the list permanently; a user who is on it already keeps the first erasure.
     *
     * @throws SnapshotException if the list cannot be read or written; then the user is not erased
     */
    public synchronized Erasure add(long user, Instant now) {
        requireFolder();
        Erasure listed = list.read().get(user);
        Erasure erasure =
                listed == null ? written(user, new Erasure(UUID.randomUUID().toString(), now)) : listed;
        refresh();
        return erasure;
    }

    /** The erasure on the disk: this one, or an earlier one. */
    private Erasure written(long user, Erasure erasure) {
        Path file = folder.resolve(user + SUFFIX);
        try {
            Disk.create(file, fresh -> Json.write(fresh, erasure));
            return erasure;
        } catch (FileAlreadyExistsException _) {
            return existing(file, erasure);
        } catch (IOException e) {
            throw SnapshotException.unwritable(e);
        }
    }

    /**
     * The erasure in a file; where it cannot be read, this one. A message must not show the name of the file: it is the
     * user's id.
     */
    private static Erasure existing(Path file, Erasure erasure) {
        try {
            return Json.read(file, Erasure.class);
        } catch (SnapshotException _) {
            LOG.warn("a file of the folder {} cannot be read; its user stays erased, and it is written again", NAME);
            rewrite(file, erasure);
            return erasure;
        }
    }

    /** The name alone erases the user, so a folder in place of the file may stay. */
    private static void rewrite(Path file, Erasure erasure) {
        if (Files.isDirectory(file)) {
            return;
        }
        try {
            Disk.replace(file, fresh -> Json.write(fresh, erasure));
        } catch (IOException e) {
            throw SnapshotException.unwritable(e);
        }
    }

    /** Without the list, everyone who is erased would be shown again. */
    private void requireFolder() {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw unreadable();
        }
    }

    private static SnapshotException unreadable() {
        return new SnapshotException("the list of erasures cannot be read; check the permissions of the models folder");
    }

    /**
     * Reads the list again, since another instance may have added to it.
     *
     * @throws SnapshotException if it cannot be read
     */
    public synchronized void refresh() {
        Map<Long, Erasure> listed = list.read();
        requireFolder();
        try (Stream<Path> files = Files.isDirectory(folder) ? Files.list(folder) : Stream.empty()) {
            sorted = LongStream.concat(
                            listed.keySet().stream().mapToLong(user -> user), files.flatMapToLong(Erasures::user))
                    .sorted()
                    .toArray();
        } catch (IOException | UncheckedIOException _) {
            throw unreadable();
        }
    }

    /** The user of a file; empty for a file of another kind. */
    private static LongStream user(Path file) {
        String name = file.getFileName().toString();
        try {
            return name.endsWith(SUFFIX)
                    ? LongStream.of(Long.parseLong(name.substring(0, name.length() - SUFFIX.length())))
                    : LongStream.empty();
        } catch (NumberFormatException _) {
            return LongStream.empty();
        }
    }

    /**
     * The users erased until now, on any instance.
     *
     * @throws SnapshotException if the list cannot be read
     */
    public LongPredicate latest() {
        refresh();
        return this::has;
    }

    /** Whether a user is erased. */
    public boolean has(long user) {
        return Arrays.binarySearch(sorted, user) >= 0;
    }

    /** The users who are not erased: the same instance when none is erased. */
    public UserIndex left(UserIndex users) {
        long[] erased = sorted;
        IntPredicate gone = row -> has(users.id(row));
        return Arrays.stream(erased).allMatch(id -> users.rowOf(id).isEmpty()) ? users : users.without(gone);
    }

    /** The snapshot without the erased users: the same instance when it has none of them. */
    public Snapshot left(Snapshot snapshot) {
        UserIndex users = snapshot.model().users();
        UserIndex left = left(users);
        return left == users ? snapshot : ErasedSnapshot.of(snapshot, left, row -> has(users.id(row)));
    }
}
