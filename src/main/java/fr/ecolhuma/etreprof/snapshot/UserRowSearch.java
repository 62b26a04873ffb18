package fr.ecolhuma.etreprof.snapshot;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** Finds the row of one user in {@code users.csv} by bisection, since rows ascend by id; nothing else is read. */
final class UserRowSearch {

    private static final int BLOCK = 256;

    private UserRowSearch() {}

    /**
     * The user, or empty when there is no such row.
     *
     * @param columns how many counts end each row
     */
    static Optional<PastUser> find(Path folder, long id, int columns) {
        try (RandomAccessFile file =
                new RandomAccessFile(folder.resolve(UsersFile.NAME).toFile(), "r")) {
            file.readLine();
            long low = file.getFilePointer();
            long high = file.length();
            while (low < high) {
                long middle = (low + high) >>> 1;
                long start = lineStart(file, low, middle);
                String line = line(file, start);
                long found = Long.parseLong(line.substring(0, line.indexOf(',')));
                if (found == id) {
                    return Optional.of(user(line, columns));
                }
                low = found < id ? start + line.length() + 1 : low;
                high = found < id ? high : start;
            }
            return Optional.empty();
        } catch (IOException | RuntimeException e) {
            throw new SnapshotException("%s is missing or unreadable; the version is broken".formatted(UsersFile.NAME));
        }
    }

    /** Where the line begins that holds a byte. */
    private static long lineStart(RandomAccessFile file, long low, long middle) throws IOException {
        for (long end = middle; end > low; ) {
            long start = Math.max(low, end - BLOCK);
            byte[] block = new byte[(int) (end - start)];
            file.seek(start);
            file.readFully(block);
            for (int i = block.length - 1; i >= 0; i--) {
                if (block[i] == '\n') {
                    return start + i + 1;
                }
            }
            end = start;
        }
        return low;
    }

    /** A line as one character a byte, so that its length is what it takes in the file. */
    private static String line(RandomAccessFile file, long start) throws IOException {
        file.seek(start);
        StringBuilder line = new StringBuilder();
        byte[] block = new byte[BLOCK];
        for (int read = file.read(block); read > 0; read = file.read(block)) {
            String text = new String(block, 0, read, StandardCharsets.ISO_8859_1);
            int end = text.indexOf('\n');
            line.append(end < 0 ? text : text.substring(0, end));
            if (end >= 0) {
                break;
            }
        }
        return line.toString();
    }

    /** The first cells are numbers, as the last are; what is between may hold commas in quotes. */
    private static PastUser user(String line, int columns) {
        String[] cells = line.split(",", -1);
        int[] counts = Arrays.stream(cells, cells.length - columns, cells.length)
                .mapToInt(Integer::parseInt)
                .toArray();
        return new PastUser(Integer.parseInt(cells[1]), counts);
    }
}
