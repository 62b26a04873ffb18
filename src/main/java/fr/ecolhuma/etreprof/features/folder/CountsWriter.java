package fr.ecolhuma.etreprof.features.folder;

import fr.ecolhuma.etreprof.features.engine.EventAccount;
import fr.ecolhuma.etreprof.features.engine.EventCounts;
import fr.ecolhuma.etreprof.features.engine.SqlDigest;
import fr.ecolhuma.etreprof.ingestion.engine.DuckDb;
import fr.ecolhuma.etreprof.ingestion.engine.EngineException;
import fr.ecolhuma.etreprof.ingestion.file.ExportException;
import fr.ecolhuma.etreprof.tables.RowAccount;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Writes a folder of counts. */
public final class CountsWriter {

    /** Reasons of rows in tallies that no user has a say in. */
    private static final Set<String> WITHOUT_USERS = Set.of("shadow_session", "bad_user_id", "bad_date");

    private final Path folder;
    private final Clock clock;
    private final Instant begun;

    private CountsWriter(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
        this.begun = clock.instant();
    }

    /**
     * Begins a folder, or begins one anew: what was in it is no longer used.
     *
     * @throws ExportException if it cannot be written
     */
    public static CountsWriter begin(Path folder, Clock clock) {
        try {
            Files.createDirectories(folder);
            Files.deleteIfExists(folder.resolve(AccountFile.NAME));
            return new CountsWriter(folder, clock);
        } catch (IOException _) {
            throw notWritten(folder);
        }
    }

    /**
     * Writes the tables, and the account last.
     *
     * @param tables those that an engine has filled
     * @param rows the rows of the export, judged without users
     */
    public void write(DuckDb tables, EventCounts counts, RowAccount rows) {
        SortedMap<String, String> files = new TreeMap<>();
        try {
            for (Map.Entry<String, String> table : CountsFolder.TABLES.entrySet()) {
                Path file = folder.resolve(CountsFolder.fileOf(table.getKey()));
                tables.run("COPY (SELECT %s FROM %s) TO %s (FORMAT parquet, COMPRESSION zstd)"
                        .formatted(table.getValue(), table.getKey(), DuckDb.quoted(file.toString())));
                files.put(CountsFolder.fileOf(table.getKey()), FileDigest.of(file));
            }
            AccountFile.write(folder, account(counts, rows, files));
        } catch (IOException _) {
            throw notWritten(folder);
        } catch (EngineException e) {
            throw e.isDiskFull() ? ExportException.diskFull("the counts folder") : notWritten(folder);
        }
    }

    private CountsAccount account(EventCounts counts, RowAccount rows, SortedMap<String, String> files) {
        EventAccount events = counts.account();
        SortedMap<String, RowAccount.Rejection> rejected = new TreeMap<>(rows.rejected());
        rejected.keySet().retainAll(events.rejected().keySet());
        SortedMap<String, List<Long>> lines = new TreeMap<>();
        rows.rejected().forEach((reason, rejection) -> {
            if (WITHOUT_USERS.contains(reason)) {
                lines.put(reason, rejection.lines());
            }
        });
        return new CountsAccount(
                CountsAccount.FORMAT,
                counts.engine(),
                SqlDigest.current(),
                counts.asOf(),
                begun,
                clock.instant(),
                events.file(),
                events.read(),
                rejected,
                lines,
                counts.columns(),
                counts.inputs().get(),
                files);
    }

    private static ExportException notWritten(Path folder) {
        return new ExportException(
                "the counts folder %s cannot be written; check that the folder above it exists, is writable and has free space"
                        .formatted(folder.getFileName()));
    }
}
