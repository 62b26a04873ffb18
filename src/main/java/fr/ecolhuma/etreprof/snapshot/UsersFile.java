package fr.ecolhuma.etreprof.snapshot;

import fr.ecolhuma.etreprof.features.TaughtLevels;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** {@code users.csv}: one row a user, ascending by id; {@code levels} is the sum of one bit a stage. */
final class UsersFile {

    static final String NAME = "users.csv";

    private static final List<String> ATTRIBUTES =
            List.of("id", "segment", "degre", "levels", "anciennete", "academie");

    private UsersFile() {}

    static void write(Path folder, UserIndex users) throws IOException {
        Csv.write(folder.resolve(NAME), header(users.counts().columns()), rows -> {
            for (int row = 0; row < users.size(); row++) {
                write(rows, users, row);
            }
        });
    }

    private static void write(CSVPrinter rows, UserIndex users, int row) throws IOException {
        rows.print(users.id(row));
        rows.print(users.segment(row));
        rows.print(users.degre(row));
        rows.print(users.levels(row).bits());
        rows.print(users.anciennete(row));
        rows.print(users.academie(row));
        for (int column = 0; column < users.counts().columns().size(); column++) {
            rows.print(users.counts().get(row, column));
        }
        rows.println();
    }

    static UserIndex read(Path folder, List<String> columns, int segments) {
        UserIndexBuilder users = new UserIndexBuilder(columns);
        int[] counts = new int[columns.size()];
        Csv.read(folder.resolve(NAME), header(columns), row -> {
            for (int column = 0; column < counts.length; column++) {
                counts[column] = number(row, ATTRIBUTES.size() + column, 0, Integer.MAX_VALUE);
            }
            users.add(
                    Long.parseLong(row.get(0)),
                    number(row, 1, 0, segments - 1),
                    number(row, 2, 0, 3),
                    new TaughtLevels(number(row, 3, 0, Integer.MAX_VALUE)),
                    anciennete(row.get(4)),
                    row.get(5).isEmpty() ? null : row.get(5),
                    counts);
        });
        return users.build();
    }

    private static @Nullable Integer anciennete(String cell) {
        return cell.isEmpty() ? null : (Integer) Integer.parseInt(cell);
    }

    private static int number(CSVRecord row, int place, int least, int most) {
        int number = Integer.parseInt(row.get(place));
        if (number < least || number > most) {
            throw new IllegalArgumentException("found %d, expected %d to %d".formatted(number, least, most));
        }
        return number;
    }

    private static List<String> header(List<String> columns) {
        return Stream.concat(ATTRIBUTES.stream(), columns.stream()).toList();
    }
}
