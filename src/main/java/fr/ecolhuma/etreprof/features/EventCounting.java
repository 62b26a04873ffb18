package fr.ecolhuma.etreprof.features;

import fr.ecolhuma.etreprof.features.bigquery.BigQueryEngine;
import fr.ecolhuma.etreprof.features.count.EventJoin;
import fr.ecolhuma.etreprof.features.duckdb.DuckDbEngine;
import fr.ecolhuma.etreprof.features.engine.CountRequest;
import fr.ecolhuma.etreprof.features.engine.EventCounts;
import fr.ecolhuma.etreprof.features.engine.EventEngine;
import fr.ecolhuma.etreprof.features.folder.CountsWriter;
import fr.ecolhuma.etreprof.ingestion.engine.DuckDb;
import fr.ecolhuma.etreprof.ingestion.engine.EngineException;
import fr.ecolhuma.etreprof.ingestion.engine.EngineSettings;
import fr.ecolhuma.etreprof.ingestion.file.ExportException;
import fr.ecolhuma.etreprof.ingestion.file.ExportFile;
import fr.ecolhuma.etreprof.ingestion.row.UserReader;
import fr.ecolhuma.etreprof.ingestion.source.InputDigests;
import fr.ecolhuma.etreprof.ingestion.source.InputFiles;
import fr.ecolhuma.etreprof.ingestion.source.SourceAccess;
import fr.ecolhuma.etreprof.ingestion.source.Workspace;
import fr.ecolhuma.etreprof.ingestion.warehouse.WarehouseTable;
import fr.ecolhuma.etreprof.tables.ColumnAccount;
import fr.ecolhuma.etreprof.tables.RowAccount;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Counts the events of an export into a folder, from which a recompute goes on, here or on another machine. */
public final class EventCounting {

    /**
     * What was counted.
     *
     * @param asOf the instant at which everything is counted
     * @param rows what became of the rows, as if every user were known
     * @param columns what the cells of each column said
     */
    public record Result(LocalDateTime asOf, RowAccount rows, List<ColumnAccount> columns) {

        public Result {
            columns = List.copyOf(columns);
        }
    }

    private static final UserReader.Result NOBODY =
            new UserReader.Result(List.of(), Set.of(), new RowAccount("", 0, 0, new TreeMap<>()), List.of());

    private EventCounting() {}

    /**
     * Counts.
     *
     * @param sources path or address of each export by its role: of {@code interactions}, and of the others that the folder
     *     shall name, so that a recompute refuses it beside any other
     * @param access what they need that stands in no address
     * @param out the folder; counts that are in it are replaced
     * @throws ExportException if an export cannot be used, or the folder cannot be written
     */
    public static Result count(
            Map<String, String> sources, SourceAccess access, EngineSettings settings, Path out, Clock clock) {
        CountsWriter writer = CountsWriter.begin(out, clock);
        try (Workspace workspace = Workspace.open()) {
            WarehouseTable warehouse = workspace
                    .events(String.valueOf(sources.get("interactions")), access)
                    .orElse(null);
            Map<String, ExportFile> files = InputFiles.located(workspace, sources, access);
            try (InputDigests digests = InputDigests.start(files.values());
                    DuckDb tables = DuckDb.open(workspace.folder(), settings)) {
                return count(engine(files, warehouse, digests), digests, tables, settings, writer);
            }
        } catch (EngineException e) {
            throw e.refusal("the interactions", settings);
        }
    }

    /** The account as if every user were known: a recompute finds who is not. */
    private static RowAccount withUsers(RowAccount rows) {
        SortedMap<String, RowAccount.Rejection> rejected = new TreeMap<>(rows.rejected());
        RowAccount.Rejection unknown = rejected.remove("unknown_user");
        return new RowAccount(rows.file(), rows.read(), rows.kept() + (unknown == null ? 0 : unknown.rows()), rejected);
    }

    private static EventEngine engine(
            Map<String, ExportFile> files, @Nullable WarehouseTable warehouse, InputDigests digests) {
        if (warehouse != null) {
            return new BigQueryEngine(warehouse);
        }
        ExportFile events = Objects.requireNonNull(files.get("interactions"));
        return new DuckDbEngine(events, () -> digests.of(events));
    }

    private static SortedMap<String, String> inputs(EventCounts counted, InputDigests digests) {
        SortedMap<String, String> inputs = new TreeMap<>(counted.inputs().get());
        inputs.putAll(digests.finished());
        return inputs;
    }

    private static Result count(
            EventEngine events, InputDigests digests, DuckDb tables, EngineSettings settings, CountsWriter writer) {
        try {
            EventJoin.prepare(tables);
            EventCounts counted = events.count(tables, CountRequest.of(settings, false));
            EventCounts counts = counted.with(() -> inputs(counted, digests));
            RowAccount rows =
                    EventJoin.of(tables, counts.asOf(), NOBODY, List.of()).account(counts);
            writer.write(tables, counts, rows);
            return new Result(counts.asOf(), withUsers(rows), counts.columns());
        } catch (ExportException e) {
            digests.finished();
            throw e;
        }
    }
}
