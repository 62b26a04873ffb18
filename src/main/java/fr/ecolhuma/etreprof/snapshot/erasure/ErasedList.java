package fr.ecolhuma.etreprof.snapshot.erasure;

import fr.ecolhuma.etreprof.snapshot.disk.CheckedCsv;
import fr.ecolhuma.etreprof.snapshot.disk.FileState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code erased.csv}, the list of erasures of the first version of this service; it is only read, whenever it has
 * changed.
 */
final class ErasedList {

    private static final String NAME = "erased.csv";
    private static final List<String> HEADER = List.of("erasure", "at", "user_id");

    private final Path file;
    private Map<Long, Erasures.Erasure> erasures = Map.of();
    private FileState known = FileState.NONE;

    ErasedList(Path models) {
        this.file = models.resolve(NAME);
    }

    /**
     * The erasures by user.
     *
     * @throws SnapshotException if it exists and cannot be read
     */
    Map<Long, Erasures.Erasure> read() {
        FileState now = FileState.of(file);
        if (!now.equals(known)) {
            Map<Long, Erasures.Erasure> read = new HashMap<>();
            if (Files.exists(file)) {
                CheckedCsv.read(file, HEADER, row -> add(row, read));
            }
            erasures = Map.copyOf(read);
            known = now;
        }
        return erasures;
    }

    private static void add(CheckedCsv.Row row, Map<Long, Erasures.Erasure> erasures) {
        erasures.putIfAbsent(
                row.integer(2, Long.MIN_VALUE, Long.MAX_VALUE),
                new Erasures.Erasure(row.text(0), Instant.parse(row.text(1))));
    }
}
