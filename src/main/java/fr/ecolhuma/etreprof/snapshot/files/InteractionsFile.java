package fr.ecolhuma.etreprof.snapshot.files;

import fr.ecolhuma.etreprof.snapshot.disk.CheckedCsv;
import fr.ecolhuma.etreprof.snapshot.model.UserIndex;
import fr.ecolhuma.etreprof.tables.InteractionTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * {@code interactions.csv}: one row per user and content, by user id and then content; {@code content} is the row in
 * {@code contents.csv}, from 0; {@code last_used} is in seconds since 1970 UTC.
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
        CheckedCsv.write(folder.resolve(NAME), HEADER, rows -> {
            for (int user = 0; user < table.users(); user++) {
                for (int entry = table.start(user); entry < table.end(user); entry++) {
                    rows.number(users.id(user))
                            .number(table.content(entry))
                            .number(table.uses(entry))
                            .number(table.lastSecond(entry))
                            .endRow();
                }
            }
        });
    }

    static InteractionTable read(Path folder, UserIndex users, int catalogue) {
        InteractionsFile file = new InteractionsFile(users, catalogue);
        CheckedCsv.read(folder.resolve(NAME), HEADER, file::add);
        return file.table();
    }

    private void add(CheckedCsv.Row row) {
        int found = users.rowOf(row.integer(0, Long.MIN_VALUE, Long.MAX_VALUE)).orElse(-1);
        if (found < user) {
            throw row.refused(0, "one of %s in its order".formatted(UsersFile.NAME));
        }
        int content = row.integer(1, 0, catalogue - 1);
        if (found == user && starts[user + 1] > 0 && content <= contents[size - 1]) {
            throw row.refused(1, "the contents of a user to ascend");
        }
        user = found;
        grow();
        starts[user + 1]++;
        contents[size] = content;
        uses[size] = row.integer(2, 1, Integer.MAX_VALUE);
        seconds[size] = row.integer(3, Long.MIN_VALUE, Long.MAX_VALUE);
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
