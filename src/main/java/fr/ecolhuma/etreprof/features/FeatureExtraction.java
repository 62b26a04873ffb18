package fr.ecolhuma.etreprof.features;

import fr.ecolhuma.etreprof.features.count.EventStore;
import fr.ecolhuma.etreprof.features.count.FeatureTable;
import fr.ecolhuma.etreprof.ingestion.cell.Years;
import fr.ecolhuma.etreprof.ingestion.engine.DuckDb;
import fr.ecolhuma.etreprof.ingestion.engine.EngineException;
import fr.ecolhuma.etreprof.ingestion.engine.EngineLoad;
import fr.ecolhuma.etreprof.ingestion.engine.EngineSettings;
import fr.ecolhuma.etreprof.ingestion.file.ExportException;
import fr.ecolhuma.etreprof.ingestion.row.Content;
import fr.ecolhuma.etreprof.ingestion.row.ContentReader;
import fr.ecolhuma.etreprof.ingestion.row.UserReader;
import fr.ecolhuma.etreprof.ingestion.source.Exports;
import fr.ecolhuma.etreprof.ingestion.source.InputDigests;
import fr.ecolhuma.etreprof.ingestion.source.InputFiles;
import fr.ecolhuma.etreprof.ingestion.source.SideReader;
import fr.ecolhuma.etreprof.ingestion.source.Workspace;
import fr.ecolhuma.etreprof.tables.RowAccounts;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns raw exports into typed tables: reads, cleans and counts. */
public final class FeatureExtraction {

    private final InputFiles files;
    private final EngineSettings settings;
    private final List<String> activity;
    private final DuckDb engine;

    private FeatureExtraction(InputFiles files, EngineSettings settings, List<String> activity, DuckDb engine) {
        this.files = files;
        this.settings = settings;
        this.activity = activity;
        this.engine = engine;
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
        return extract(exports, settings, FeatureTable.ACTIVITY);
    }

    /**
     * Extracts the input of a model: everything except the counts by week, month and year, which take long.
     *
     * @throws ExportException if an export cannot be used; names the file and where possible the line and column
     * @throws IllegalArgumentException if the SQL engine cannot work with the settings
     */
    public static Features extractForModel(Exports exports, EngineSettings settings) {
        return extract(exports, settings, FeatureTable.ACTIVITY.subList(0, 1));
    }

    private static Features extract(Exports exports, EngineSettings settings, List<String> activity) {
        try (Workspace workspace = Workspace.open()) {
            InputFiles files = InputFiles.locate(workspace, exports);
            try (InputDigests digests = InputDigests.start(files);
                    DuckDb engine = DuckDb.open(workspace.folder(), settings)) {
                return new FeatureExtraction(files, settings, activity, engine).extract(digests);
            }
        } catch (EngineException e) {
            throw e.isDiskFull()
                    ? ExportException.diskFull("the exports")
                    : new ExportException(
                            "the exports cannot be counted: the SQL engine lacks memory at a limit of %s; provide more"
                                    .formatted(settings.megabytes()));
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
        Supplier<ContentReader.Result> contentsRead = beside.read(files.contents(engine, latestYear()));
        Supplier<UserReader.Rows> usersRead = beside.read(files.users(engine, latestYear(), settings.erased()));
        EventStore events = files.guarded(
                files.interactions(),
                () -> EventStore.load(engine, files.interactions(), Years.ofEvents(latestYear())));
        LocalDateTime asOf = asOf(events.latest(settings.now()));
        List<Content> contents = contentsRead.get().contents();
        UserReader.Result users = usersRead.get().at(asOf);
        return files.guarded(files.interactions(), () -> {
            events.join(asOf, users, contents);
            return new Features(
                    asOf,
                    contents,
                    events.table(users.users(), activity),
                    events.uses(users.users().size(), asOf),
                    new RowAccounts(users.account(), contentsRead.get().account(), events.account()),
                    Stream.of(users.columns(), contentsRead.get().columns(), events.columns())
                            .flatMap(List::stream)
                            .toList(),
                    events.unknownContentEvents(),
                    digests.finished());
        });
    }

    /** The year that events can be in at the latest but one: the present one, or that of an as-of date still to come. */
    private int latestYear() {
        int now = LocalDateTime.ofInstant(settings.now(), ZoneOffset.UTC).getYear();
        return settings.asOf() == null ? now : Math.max(now, settings.asOf().getYear());
    }

    private LocalDateTime asOf(@Nullable LocalDateTime latest) {
        if (settings.asOf() != null) {
            return settings.asOf().atTime(LocalTime.MAX).truncatedTo(ChronoUnit.MICROS);
        }
        return latest == null ? LocalDateTime.ofInstant(settings.now(), ZoneOffset.UTC) : latest;
    }
}
