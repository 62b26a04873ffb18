package fr.ecolhuma.etreprof.snapshot;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** {@code erased.csv}, in which the first version of this service kept its erasures; only read, when it has changed. */
final class ErasedList {

    private static final String NAME = "erased.csv";
    private static final List<String> HEADER = List.of("erasure", "at", "user_id");

    /** The file as it was read: it only grows, so that two changes within a tick of its clock differ too. */
    private record State(long changedAt, long bytes) {}

    private final Path file;
    private Map<Long, Erasures.Erasure> erasures = Map.of();
    private State known = new State(0, 0);

    ErasedList(Path models) {
        this.file = models.resolve(NAME);
    }

    /**
     * The erasures by user.
     *
     * @throws SnapshotException if it is there and cannot be read
     */
    Map<Long, Erasures.Erasure> read() {
        State now = new State(file.toFile().lastModified(), file.toFile().length());
        if (!now.equals(known)) {
            Map<Long, Erasures.Erasure> read = new HashMap<>();
            if (Files.exists(file)) {
                Csv.read(file, HEADER, row -> add(row, read));
            }
            erasures = Map.copyOf(read);
            known = now;
        }
        return erasures;
    }

    private static void add(Csv.Row row, Map<Long, Erasures.Erasure> erasures) {
        erasures.putIfAbsent(
                row.integer(2, Long.MIN_VALUE, Long.MAX_VALUE),
                new Erasures.Erasure(row.text(0), Instant.parse(row.text(1))));
    }
}
