package fr.ecolhuma.etreprof.features;

import fr.ecolhuma.etreprof.features.bigquery.BigQueryEngine;
import fr.ecolhuma.etreprof.features.count.EventJoin;
import fr.ecolhuma.etreprof.features.duckdb.DuckDbEngine;
import fr.ecolhuma.etreprof.features.engine.CountRequest;
import fr.ecolhuma.etreprof.features.engine.EventCounts;
import fr.ecolhuma.etreprof.features.engine.EventEngine;
import fr.ecolhuma.etreprof.features.folder.CountsFolder;
import fr.ecolhuma.etreprof.ingestion.engine.DuckDb;
import fr.ecolhuma.etreprof.ingestion.engine.EngineException;
import fr.ecolhuma.etreprof.ingestion.engine.EngineLoad;
import fr.ecolhuma.etreprof.ingestion.engine.EngineSettings;
import fr.ecolhuma.etreprof.ingestion.file.ExportException;
import fr.ecolhuma.etreprof.ingestion.file.ExportFile;
import fr.ecolhuma.etreprof.ingestion.row.Content;
import fr.ecolhuma.etreprof.ingestion.row.ContentReader;
import fr.ecolhuma.etreprof.ingestion.row.UserReader;
import fr.ecolhuma.etreprof.ingestion.source.Exports;
import fr.ecolhuma.etreprof.ingestion.source.InputDigests;
import fr.ecolhuma.etreprof.ingestion.source.InputFiles;
import fr.ecolhuma.etreprof.ingestion.source.SideReader;
import fr.ecolhuma.etreprof.ingestion.source.Workspace;
import fr.ecolhuma.etreprof.ingestion.warehouse.WarehouseTable;
import fr.ecolhuma.etreprof.tables.RowAccounts;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns raw exports into typed tables: reads, cleans and counts. */
public final class FeatureExtraction {

    private final Exports exports;
    private final InputFiles files;
    private final @Nullable WarehouseTable warehouse;
    private final EngineSettings settings;
    private final CountRequest request;
    private final DuckDb tables;

    private FeatureExtraction(
            Exports exports,
            InputFiles files,
            @Nullable WarehouseTable warehouse,
            EngineSettings settings,
            CountRequest request,
            DuckDb tables) {
        this.exports = exports;
        this.files = files;
        this.warehouse = warehouse;
        this.settings = settings;
        this.request = request;
        this.tables = tables;
    }

    /**
     * Begins to load the SQL engine, which takes half a second, and returns at once; for callers who have other work
     * before they extract. If the loading fails, the extraction fails in the same way.
     */
    public static void warmUp() {
        EngineLoad.begin();
    }

    /**
     * Extracts everything in the exports.
     *
     * @throws ExportException if an export cannot be used; names the file and where possible the line and column
     * @throws IllegalArgumentException if the SQL engine cannot work with the settings
     */
    public static Features extract(Exports exports, EngineSettings settings) {
        return extract(exports, settings, true);
    }

    /**
     * Extracts the input of a model: everything except the counts by week, month and year, which take long.
     *
     * @throws ExportException if an export cannot be used; names the file and where possible the line and column
     * @throws IllegalArgumentException if the SQL engine cannot work with the settings
     */
    public static Features extractForModel(Exports exports, EngineSettings settings) {
        return extract(exports, settings, false);
    }

    private static Features extract(Exports exports, EngineSettings settings, boolean windows) {
        try (Workspace workspace = Workspace.open()) {
            WarehouseTable warehouse =
                    workspace.events(exports.interactions(), exports.access()).orElse(null);
            InputFiles files = InputFiles.locate(workspace, exports);
            try (InputDigests digests = InputDigests.start(files.all());
                    DuckDb tables = DuckDb.open(workspace.folder(), settings)) {
                return new FeatureExtraction(
                                exports, files, warehouse, settings, CountRequest.of(settings, windows), tables)
                        .extract(digests);
            }
        } catch (EngineException e) {
            throw e.refusal("the exports", settings);
        }
    }

    private Features extract(InputDigests digests) {
        try (SideReader beside = new SideReader()) {
            return counted(beside, digests);
        } catch (ExportException e) {
            digests.finished();
            throw e;
        }
    }

    private Features counted(SideReader beside, InputDigests digests) {
        Supplier<ContentReader.Result> contentsRead = beside.read(files.contents(tables, request.latestYear()));
        Supplier<UserReader.Rows> usersRead = beside.read(files.users(tables, request.latestYear(), settings.erased()));
        EventJoin.prepare(tables);
        EventCounts counts = engine(digests).count(tables, request);
        List<Content> contents = contentsRead.get().contents();
        UserReader.Result users = usersRead.get().at(counts.asOf());
        EventJoin events = EventJoin.of(tables, counts.asOf(), users, contents);
        RowAccounts accounts =
                new RowAccounts(users.account(), contentsRead.get().account(), events.account(counts));
        exports.counts().ifPresent(folder -> requireUsers(folder, accounts));
        return new Features(
                counts.asOf(),
                contents,
                events.table(users.users(), request.windows()),
                events.uses(users.users().size()),
                accounts,
                Stream.of(users.columns(), contentsRead.get().columns(), counts.columns())
                        .flatMap(List::stream)
                        .toList(),
                events.unknownContentEvents(),
                counts.engine(),
                inputs(counts, digests));
    }

    /** Events of a warehouse are counted there. */
    private EventEngine engine(InputDigests digests) {
        ExportFile events = files.interactions();
        if (warehouse != null) {
            return new BigQueryEngine(warehouse);
        }
        return events == null
                ? new CountsFolder(exports.counts().orElseThrow())
                : new DuckDbEngine(events, () -> digests.of(events));
    }

    /** Counts of another platform's events. */
    private static void requireUsers(Path folder, RowAccounts accounts) {
        if (accounts.events().kept() == 0) {
            throw new ExportException(
                    "%s: found no event of a user of %s, expected counts and exports of one platform; give the exports that belong to the counts"
                            .formatted(folder.getFileName(), accounts.users().file()));
        }
    }

    private static SortedMap<String, String> inputs(EventCounts counts, InputDigests digests) {
        SortedMap<String, String> inputs = new TreeMap<>(digests.finished());
        counts.inputs().get().forEach((role, digest) -> {
            String here = inputs.put(role, digest);
            if (here != null && !here.equals(digest)) {
                throw new ExportException(
                        "the %s export: found SHA-256 %s, but the events were counted for one of %s; give the exports that belong to the counts, or count again"
                                .formatted(role, here, digest));
            }
        });
        return Collections.unmodifiableSortedMap(inputs);
    }
}
