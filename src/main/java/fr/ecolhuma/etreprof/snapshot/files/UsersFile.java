package fr.ecolhuma.etreprof.snapshot.files;

import fr.ecolhuma.etreprof.csv.CsvWriter;
import fr.ecolhuma.etreprof.domain.TaughtLevels;
import fr.ecolhuma.etreprof.snapshot.disk.CheckedCsv;
import fr.ecolhuma.etreprof.snapshot.disk.SnapshotException;
import fr.ecolhuma.etreprof.snapshot.model.UserIndex;
import fr.ecolhuma.etreprof.snapshot.model.UserIndexBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** {@code users.csv}: one row per user, ascending by id; {@code levels} is the sum of one bit per stage. */
public final class UsersFile {

    public static final String NAME = "users.csv";

    private static final List<String> ATTRIBUTES =
            List.of("id", "segment", "degre", "levels", "anciennete", "academie");

    private UsersFile() {}

    public static void write(Path folder, UserIndex users) throws IOException {
        CheckedCsv.write(folder.resolve(NAME), header(users.counts().columns()), rows -> {
            for (int row = 0; row < users.size(); row++) {
                write(rows, users, row);
            }
        });
    }

    private static void write(CsvWriter rows, UserIndex users, int row) throws IOException {
        rows.number(users.id(row));
        rows.number(users.segment(row));
        rows.number(users.degre(row));
        rows.number(users.levels(row).bits());
        rows.number(users.anciennete(row));
        rows.text(users.academie(row));
        for (int column = 0; column < users.counts().columns().size(); column++) {
            rows.number(users.counts().get(row, column));
        }
        rows.endRow();
    }

    /**
     * Reads the table.
     *
     * @param sizes users of each segment, in id order
     */
    public static UserIndex read(Path folder, List<String> columns, List<Integer> sizes) {
        UserIndexBuilder users = new UserIndexBuilder(columns, expected(folder, columns, sizes));
        int[] counts = new int[columns.size()];
        CheckedCsv.read(folder.resolve(NAME), header(columns), row -> {
            for (int column = 0; column < counts.length; column++) {
                counts[column] = row.integer(ATTRIBUTES.size() + column, 0, Integer.MAX_VALUE);
            }
            users.add(
                    row.integer(0, Long.MIN_VALUE, Long.MAX_VALUE),
                    row.integer(1, 0, sizes.size() - 1),
                    row.integer(2, 0, 3),
                    new TaughtLevels(row.integer(3, 0, Integer.MAX_VALUE)),
                    row.text(4).isEmpty() ? null : (Integer) row.integer(4, -Integer.MAX_VALUE, Integer.MAX_VALUE),
                    row.text(5).isEmpty() ? null : row.text(5),
                    counts);
        });
        UserIndex index = users.build();
        List<Integer> found = index.sizes(sizes.size());
        if (!found.equals(sizes)) {
            throw new SnapshotException("%s: found segments of %s users, expected %s".formatted(NAME, found, sizes));
        }
        return index;
    }

    /**
     * The capacity: the number of users by the segments, but at most what the file can hold, since the number is not
     * checked yet.
     */
    private static int expected(Path folder, List<String> columns, List<Integer> sizes) {
        long said = sizes.stream().mapToLong(Integer::longValue).sum();
        long room = folder.resolve(NAME).toFile().length() / header(columns).size();
        return (int) Math.clamp(said, 1, room + 1);
    }

    private static List<String> header(List<String> columns) {
        return Stream.concat(ATTRIBUTES.stream(), columns.stream()).toList();
    }
}
