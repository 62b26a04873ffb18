package fr.ecolhuma.etreprof.snapshot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.IntPredicate;

/**
 * Who has been erased: {@code erased.csv} beside the versions, one row an erasure, flushed before it takes effect.
 *
 * <p>It holds the platform's id and nothing else of a user. A salted hash would only look safer: with the salt beside
 * it, all ids there are can be tried in a second.
 */
public final class Erasures {

    /**
     * One erasure.
     *
     * @param id of the erasure, not of the user
     */
    public record Erasure(String id, Instant at) {}

    private static final String NAME = "erased.csv";
    private static final List<String> HEADER = List.of("erasure", "at", "user_id");

    private record Line(Erasure erasure, long user) {}

    /** The file as it was read: it only grows, so that two changes within a tick of its clock differ too. */
    private record State(long changedAt, long bytes) {}

    private final Path file;
    private List<Line> lines = List.of();
    private volatile long[] sorted = {};
    private State known = new State(-1, -1);

    /**
     * The erasures beside the versions of a folder.
     *
     * @param models the folder of all versions
     */
    public Erasures(Path models) {
        this.file = models.resolve(NAME);
    }

    /**
     * Adds a user to the list, for good; one who is there already keeps the erasure there is.
     *
     * @throws SnapshotException if the list cannot be read or written; nobody is erased then
     */
    public synchronized Erasure add(long user, Instant now) {
        refresh();
        for (Line line : lines) {
            if (line.user() == user) {
                return line.erasure();
            }
        }
        Line added = new Line(new Erasure(UUID.randomUUID().toString(), now), user);
        List<Line> longer = new ArrayList<>(lines);
        longer.add(added);
        write(longer);
        take(longer, state());
        return added.erasure();
    }

    /**
     * Reads the list again when another instance has changed it.
     *
     * @throws SnapshotException if it cannot be read
     */
    public synchronized void refresh() {
        State now = state();
        if (!now.equals(known)) {
            List<Line> read = new ArrayList<>();
            if (Files.exists(file)) {
                Csv.read(file, HEADER, row -> read.add(line(row)));
            }
            take(read, now);
        }
    }

    private static Line line(Csv.Row row) {
        Erasure erasure = new Erasure(row.text(0), Instant.parse(row.text(1)));
        return new Line(erasure, row.integer(2, Long.MIN_VALUE, Long.MAX_VALUE));
    }

    private void write(List<Line> longer) {
        try {
            Disk.replace(
                    file,
                    fresh -> Csv.write(fresh, HEADER, rows -> {
                        for (Line line : longer) {
                            rows.printRecord(line.erasure().id(), line.erasure().at(), line.user());
                        }
                    }));
        } catch (IOException e) {
            throw new SnapshotException("the models folder cannot be written; check that it is writable and has space");
        }
    }

    private void take(List<Line> read, State state) {
        known = state;
        lines = List.copyOf(read);
        sorted = read.stream().mapToLong(Line::user).sorted().toArray();
    }

    private State state() {
        return new State(file.toFile().lastModified(), file.toFile().length());
    }

    /** Whether a user is erased. */
    public boolean has(long user) {
        return Arrays.binarySearch(sorted, user) >= 0;
    }

    /** The users who are not erased: the same index when none of them is. */
    UserIndex left(UserIndex users) {
        IntPredicate gone = row -> has(users.id(row));
        return sorted.length == 0
                        || Arrays.stream(sorted).allMatch(id -> users.rowOf(id).isEmpty())
                ? users
                : users.without(gone);
    }

    /** The snapshot without the users who are erased: the same one when it has none of them. */
    public Snapshot left(Snapshot snapshot) {
        UserIndex users = snapshot.model().users();
        UserIndex left = left(users);
        return left == users ? snapshot : ErasedSnapshot.of(snapshot, left, row -> has(users.id(row)));
    }
}
