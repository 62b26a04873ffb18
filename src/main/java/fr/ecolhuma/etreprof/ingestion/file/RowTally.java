package fr.ecolhuma.etreprof.ingestion.file;

import fr.ecolhuma.etreprof.tables.RowAccount;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Counts rows as a file is read, and remembers the lines of the first rejected rows of each reason. */
public final class RowTally {

    private final String file;
    private final TreeMap<String, Long> rows = new TreeMap<>();
    private final TreeMap<String, List<Long>> lines = new TreeMap<>();
    private long kept;

    public RowTally(String file) {
        this.file = file;
    }

    /** Counts a row: rejected for a reason, or kept when there is none. */
    public void add(@Nullable String reason, long line) {
        if (reason == null) {
            kept++;
            return;
        }
        rows.merge(reason, 1L, Long::sum);
        List<Long> first = lines.computeIfAbsent(reason, unseen -> new ArrayList<>());
        // the line of an erased user in the export would reveal the user
        if (!reason.equals("erased") && first.size() < RowAccount.Rejection.LINES) {
            first.add(line);
        }
    }

    public RowAccount account() {
        TreeMap<String, RowAccount.Rejection> rejected = new TreeMap<>();
        rows.forEach((reason, count) ->
                rejected.put(reason, new RowAccount.Rejection(count, lines.getOrDefault(reason, List.of()))));
        long left = rows.values().stream().mapToLong(Long::longValue).sum();
        return new RowAccount(file, kept + left, kept, rejected);
    }
}
