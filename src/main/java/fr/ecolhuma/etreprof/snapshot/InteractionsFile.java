package fr.ecolhuma.etreprof.snapshot;

import fr.ecolhuma.etreprof.features.InteractionTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/**
 * {@code interactions.csv}: one row a user and content, by user id and then content; {@code content} is the row in
 * {@code contents.csv}, the first being 0; {@code last_used} is in seconds since 1970 UTC.
 */
final class InteractionsFile {

    static final String NAME = "interactions.csv";

    private static final List<String> HEADER = List.of("user_id", "content", "uses", "last_used");

    private final UserIndex users;
    private final int catalogue;
    private final int[] starts;
    private int[] contents = new int[1024];
    private int[] uses = new int[1024];
    private long[] seconds = new long[1024];
    private int size;
    private int user;

    private InteractionsFile(UserIndex users, int catalogue) {
        this.users = users;
        this.catalogue = catalogue;
        this.starts = new int[users.size() + 1];
    }

    static void write(Path folder, UserIndex users, InteractionTable table) throws IOException {
        Csv.write(folder.resolve(NAME), HEADER, rows -> {
            for (int user = 0; user < table.users(); user++) {
                for (int entry = table.start(user); entry < table.end(user); entry++) {
                    rows.printRecord(users.id(user), table.content(entry), table.uses(entry), table.lastSecond(entry));
                }
            }
        });
    }

    static InteractionTable read(Path folder, UserIndex users, int catalogue) {
        InteractionsFile file = new InteractionsFile(users, catalogue);
        Csv.read(
                folder.resolve(NAME),
                HEADER,
                row -> file.add(
                        Long.parseLong(row.get(0)),
                        Integer.parseInt(row.get(1)),
                        Integer.parseInt(row.get(2)),
                        Long.parseLong(row.get(3))));
        return file.table();
    }

    private void add(long userId, int content, int count, long second) {
        OptionalInt row = users.rowOf(userId);
        if (row.isEmpty() || row.getAsInt() < user) {
            throw new IllegalArgumentException(
                    "found user id %d, expected one of %s in its order".formatted(userId, UsersFile.NAME));
        }
        if (content < 0 || content >= catalogue) {
            throw new IllegalArgumentException("found content %d, expected 0 to %d".formatted(content, catalogue - 1));
        }
        user = row.getAsInt();
        grow();
        starts[user + 1]++;
        contents[size] = content;
        uses[size] = count;
        seconds[size] = second;
        size++;
    }

    private void grow() {
        if (size == contents.length) {
            contents = Arrays.copyOf(contents, size * 2);
            uses = Arrays.copyOf(uses, size * 2);
            seconds = Arrays.copyOf(seconds, size * 2);
        }
    }

    private InteractionTable table() {
        Arrays.parallelPrefix(starts, Integer::sum);
        return InteractionTable.of(
                starts, Arrays.copyOf(contents, size), Arrays.copyOf(uses, size), Arrays.copyOf(seconds, size));
    }
}
