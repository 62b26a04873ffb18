package fr.ecolhuma.etreprof.features;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Raw exports to typed tables: reads, cleans and counts. */
public final class FeatureExtraction {

    private FeatureExtraction() {}

    /**
     * Extracts everything the exports say.
     *
     * @throws ExportException if an export cannot be used; names the file and where possible the line and column
     * @throws IllegalArgumentException if the SQL engine cannot work with the settings
     */
    public static Features extract(Exports exports, ThemeAssigner themes, EngineSettings settings) {
        try (Workspace workspace = Workspace.open()) {
            InputFiles files = InputFiles.locate(workspace, exports);
            try (InputDigests digests = InputDigests.start(files);
                    DuckDb engine = DuckDb.open(workspace.folder(), settings)) {
                return extract(files, themes, settings, engine, digests);
            }
        } catch (EngineException e) {
            throw new ExportException(
                    "the exports cannot be counted: the SQL engine lacks memory or temporary disk at a limit of %s; give it more"
                            .formatted(settings.memoryLimit()));
        }
    }

    private static Features extract(
            InputFiles files, ThemeAssigner themes, EngineSettings settings, DuckDb engine, InputDigests digests) {
        try {
            return counted(files, themes, settings, engine, digests);
        } catch (ExportException e) {
            digests.finished();
            throw e;
        }
    }

    private static Features counted(
            InputFiles files, ThemeAssigner themes, EngineSettings settings, DuckDb engine, InputDigests digests) {
        ContentReader.Result contents = files.contents(engine);
        EventStore events = files.guarded(files.interactions(), () -> EventStore.load(engine, files.interactions()));
        LocalDateTime asOf = asOf(settings, events.latest(settings.now()));
        UserReader.Result users = files.users(engine, asOf.getYear());
        int[] themeOf = themes.themesOf(contents.contents());
        return files.guarded(files.interactions(), () -> {
            events.join(asOf, users, contents.contents(), themeOf);
            return new Features(
                    asOf,
                    contents.contents(),
                    Arrays.stream(themeOf).boxed().toList(),
                    events.table(users.users(), themes.count()),
                    events.interactions(users.users().size()),
                    List.of(users.account(), contents.account(), events.account()),
                    events.unknownContentEvents(),
                    digests.finished());
        });
    }

    private static LocalDateTime asOf(EngineSettings settings, @Nullable LocalDateTime latest) {
        if (settings.asOf() != null) {
            return settings.asOf().atTime(LocalTime.MAX).truncatedTo(ChronoUnit.MICROS);
        }
        return latest == null ? LocalDateTime.ofInstant(settings.now(), ZoneOffset.UTC) : latest;
    }
}
