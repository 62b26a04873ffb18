package fr.ecolhuma.etreprof.ingestion.source;

import fr.ecolhuma.etreprof.ingestion.cell.Years;
import fr.ecolhuma.etreprof.ingestion.engine.DuckDb;
import fr.ecolhuma.etreprof.ingestion.engine.EngineException;
import fr.ecolhuma.etreprof.ingestion.engine.ParquetTable;
import fr.ecolhuma.etreprof.ingestion.file.CsvTable;
import fr.ecolhuma.etreprof.ingestion.file.ExportException;
import fr.ecolhuma.etreprof.ingestion.file.ExportFile;
import fr.ecolhuma.etreprof.ingestion.file.Table;
import fr.ecolhuma.etreprof.ingestion.row.ContentReader;
import fr.ecolhuma.etreprof.ingestion.row.Topics;
import fr.ecolhuma.etreprof.ingestion.row.UserReader;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongPredicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The exports of one extraction; all exist and are readable.
 *
 * @param interactions null where the events were counted elsewhere
 * @param topics null where there is none
 */
public record InputFiles(
        ExportFile users,
        ExportFile contents,
        @Nullable ExportFile interactions,
        @Nullable ExportFile topics) {

    public static InputFiles locate(Workspace workspace, Exports exports) {
        Map<String, ExportFile> files = located(workspace, exports.byRole(), exports.access());
        return new InputFiles(
                Objects.requireNonNull(files.get("users")),
                Objects.requireNonNull(files.get("contents")),
                files.get("interactions"),
                files.get("topics"));
    }

    /** Some exports alone, by role. */
    public static Map<String, ExportFile> located(
            Workspace workspace, Map<String, String> addresses, SourceAccess access) {
        return workspace.files(addresses, access);
    }

    /** Those that there are. */
    public List<ExportFile> all() {
        return Stream.of(Stream.of(users, contents), Stream.ofNullable(interactions), Stream.ofNullable(topics))
                .flatMap(files -> files)
                .toList();
    }

    /** An open export and its reader, which does not need the engine; callers close it, whether they read it or not. */
    record Opened<T>(Table table, Supplier<T> reading) {}

    /** Opens the users' export; sign-ups are at the latest in the year after this one. */
    public Opened<UserReader.Rows> users(DuckDb engine, int year, LongPredicate erased) {
        Table table = guarded(users, () -> table(engine, users));
        return new Opened<>(table, () -> {
            UserReader.Rows read = UserReader.read(table, users.name(), Years.ofSignUps(year), erased);
            if (read.account().kept() == 0) {
                throw ExportException.nothingKept(read.account(), "user is kept");
            }
            return read;
        });
    }

    /** Opens the contents' export, and reads the topics'; contents are at the latest of the year after this one. */
    public Opened<ContentReader.Result> contents(DuckDb engine, int year) {
        Topics known = topicsFile(engine);
        Table table = guarded(contents, () -> table(engine, contents));
        return new Opened<>(table, () -> {
            ContentReader.Result read = ContentReader.read(table, contents.name(), Years.ofEvents(year), known);
            if (read.contents().isEmpty()) {
                throw ExportException.nothingKept(read.account(), "content is kept");
            }
            return read;
        });
    }

    private Topics topicsFile(DuckDb engine) {
        ExportFile file = topics;
        if (file == null) {
            return Topics.none();
        }
        return guarded(file, () -> {
            try (Table table = table(engine, file)) {
                return Topics.read(table, file.name());
            }
        });
    }

    private static Table table(DuckDb engine, ExportFile file) {
        return file.format() == ExportFile.Format.PARQUET ? ParquetTable.open(engine, file) : CsvTable.open(file);
    }

    /** Names the export when the engine fails on it. */
    public static <T> T guarded(ExportFile file, Supplier<T> work) {
        try {
            return work.get();
        } catch (EngineException e) {
            throw e.isDiskFull()
                    ? ExportException.diskFull(file.name())
                    : new ExportException("%s: %s".formatted(file.name(), reason(file, e)));
        }
    }

    private static String reason(ExportFile file, EngineException failure) {
        if (failure.isShortOfRoom()) {
            return failure.memoryLimit()
                    .map(limit ->
                            "the SQL engine lacks memory at its limit of %s; set ETREPROF_MEMORY_LIMIT to more, about %s is needed"
                                    .formatted(limit, MemoryNeed.of(file)))
                    .orElse("not enough memory to read it; give the service more");
        }
        return switch (file.format()) {
            case CSV_GZ -> "the packed file is damaged or ends too early; expected a whole gzip file";
            case PARQUET -> "the Parquet file is damaged; expected a whole one";
            case CSV -> "the rows cannot be read; expected CSV in UTF-8 with RFC 4180 quoting";
        };
    }
}
