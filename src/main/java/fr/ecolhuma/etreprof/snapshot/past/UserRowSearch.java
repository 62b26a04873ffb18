package fr.ecolhuma.etreprof.snapshot.past;

import fr.ecolhuma.etreprof.snapshot.disk.SnapshotException;
import fr.ecolhuma.etreprof.snapshot.files.UsersFile;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * Finds the row of one user in the {@code users.csv} of a version, which never changes and ascends by id. The starts of
 * some thousand rows are read once, 64 kB at most; then each search reads a short piece of the file.
 */
final class UserRowSearch {

    private static final int MOST_MARKS = 4_096;
    private static final int LEAST_STEP = 4_096;
    private static final int BLOCK = 256;

    private final Path users;
    private final int columns;
    private final long[] ids;
    private final long[] starts;

    private UserRowSearch(Path users, int columns, long[] ids, long[] starts) {
        this.users = users;
        this.columns = columns;
        this.ids = ids;
        this.starts = starts;
    }

    /**
     * A search in the users of a version.
     *
     * @param columns the number of counts at the end of each row
     */
    static UserRowSearch of(Path folder, int columns) {
        Path users = folder.resolve(UsersFile.NAME);
        try (RandomAccessFile file = new RandomAccessFile(users.toFile(), "r")) {
            long length = file.length();
            long step = Math.max(LEAST_STEP, length / MOST_MARKS + 1);
            long[] ids = new long[(int) (length / step) + 1];
            long[] starts = new long[ids.length + 1];
            int marks = 0;
            for (long from = 0; from < length; from += step) {
                long start = nextLine(file, from);
                if (start < length && (marks == 0 || start > starts[marks - 1])) {
                    ids[marks] = id(file, start);
                    starts[marks++] = start;
                }
            }
            starts[marks] = length;
            return new UserRowSearch(users, columns, Arrays.copyOf(ids, marks), Arrays.copyOf(starts, marks + 1));
        } catch (IOException | RuntimeException e) {
            throw unreadable();
        }
    }

    /** The start of the first line that begins after a byte; the length of the file when there is none. */
    private static long nextLine(RandomAccessFile file, long from) throws IOException {
        byte[] block = new byte[BLOCK];
        long at = from;
        file.seek(at);
        for (int read = file.read(block); read > 0; read = file.read(block)) {
            for (int i = 0; i < read; i++) {
                if (block[i] == '\n') {
                    return at + i + 1;
                }
            }
            at += read;
        }
        return at;
    }

    private static long id(RandomAccessFile file, long start) throws IOException {
        file.seek(start);
        byte[] block = new byte[BLOCK];
        String line = new String(block, 0, file.read(block), StandardCharsets.ISO_8859_1);
        return Long.parseLong(line.substring(0, line.indexOf(',')));
    }

    /** The user, or empty when there is no such row. */
    Optional<PastUser> find(long id) {
        int found = Arrays.binarySearch(ids, id);
        int mark = found < 0 ? -found - 2 : found;
        if (mark < 0) {
            return Optional.empty();
        }
        try (RandomAccessFile file = new RandomAccessFile(users.toFile(), "r")) {
            byte[] piece = new byte[(int) (starts[mark + 1] - starts[mark])];
            file.seek(starts[mark]);
            file.readFully(piece);
            return find(id, "\n" + new String(piece, StandardCharsets.ISO_8859_1));
        } catch (IOException | RuntimeException e) {
            throw unreadable();
        }
    }

    /** The start of the user's line: an id at the start of a line cannot be another cell. */
    private Optional<PastUser> find(long id, String lines) {
        int start = lines.indexOf("\n" + id + ",") + 1;
        return start == 0 ? Optional.empty() : Optional.of(user(lines.substring(start, lines.indexOf('\n', start))));
    }

    /** The first and the last cells are numbers; the cells between them may hold commas in quotes. */
    private PastUser user(String line) {
        String[] cells = line.split(",", -1);
        int[] counts = Arrays.stream(cells, cells.length - columns, cells.length)
                .mapToInt(Integer::parseInt)
                .toArray();
        return new PastUser(Integer.parseInt(cells[1]), counts);
    }

    private static SnapshotException unreadable() {
        return new SnapshotException("%s is missing or unreadable; the version is broken".formatted(UsersFile.NAME));
    }
}
