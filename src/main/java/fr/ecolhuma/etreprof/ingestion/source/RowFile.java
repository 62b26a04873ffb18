package fr.ecolhuma.etreprof.ingestion.source;

import fr.ecolhuma.etreprof.ingestion.cell.Texts;
import fr.ecolhuma.etreprof.ingestion.engine.DuckDb;
import fr.ecolhuma.etreprof.ingestion.engine.EngineException;
import fr.ecolhuma.etreprof.ingestion.engine.EngineSettings;
import fr.ecolhuma.etreprof.ingestion.engine.ParquetTable;
import fr.ecolhuma.etreprof.ingestion.file.CsvTable;
import fr.ecolhuma.etreprof.ingestion.file.ExportException;
import fr.ecolhuma.etreprof.ingestion.file.ExportFile;
import fr.ecolhuma.etreprof.ingestion.file.Table;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A file of rows in CSV, CSV.gz or Parquet for callers who know its columns; its format is known by its first bytes.
 */
public final class RowFile implements AutoCloseable {

    private static final long ENGINE_MEMORY = 512L << 20;

    private final String name;
    private final List<String> columns;
    private final Table table;

    private RowFile(String name, List<String> columns, Table table) {
        this.name = name;
        this.columns = columns;
        this.table = table;
    }

    /**
     * Reads a file from its first row to its last.
     *
     * @param role the role of the file, for messages; not a role of the raw exports, whose columns are prescribed
     * @param reader is given the file before the first row and moves through it
     * @throws ExportException if the file cannot be used; names the file, and the line where there is one
     */
    public static void read(Path path, String role, Consumer<RowFile> reader) {
        String name = String.valueOf(path.getFileName());
        ExportFile file = ExportFile.at(role, name, path);
        try (RowFile rows = file.format() == ExportFile.Format.PARQUET ? parquet(file) : csv(file)) {
            reader.accept(rows);
        }
    }

    private static RowFile csv(ExportFile file) {
        CsvTable table = CsvTable.open(file);
        return new RowFile(file.name(), table.names(), table);
    }

    /** Cells are in memory once the table is open, so the engine can go. */
    private static RowFile parquet(ExportFile file) {
        EngineSettings settings = new EngineSettings(
                null, Instant.EPOCH, ENGINE_MEMORY, Runtime.getRuntime().availableProcessors());
        try (Workspace workspace = Workspace.open();
                DuckDb engine = DuckDb.open(workspace.folder(), settings)) {
            ParquetTable table = ParquetTable.open(engine, file);
            return new RowFile(file.name(), table.names(), table);
        } catch (EngineException e) {
            throw new ExportException(
                    "%s: the Parquet file cannot be read; expected a whole one".formatted(file.name()));
        }
    }

    /** The file's name for messages, without its folder. */
    public String name() {
        return name;
    }

    /** The columns, in order. */
    public List<String> columns() {
        return columns;
    }

    /**
     * Moves to the next row; false at the end.
     *
     * @throws ExportException if the row is incomplete
     */
    public boolean next() {
        if (!table.next()) {
            return false;
        }
        String defect = table.defect();
        if (defect != null) {
            throw new ExportException("%s, line %d: the row is %s; expected %d cells, as in the header"
                    .formatted(name, table.line(), defect, columns.size()));
        }
        return true;
    }

    /** The line at which the row starts (the row number in Parquet); the header is line 1. */
    public long line() {
        return table.line();
    }

    /** The text of a cell of the current row; null when it says nothing, or without such a column. */
    public @Nullable String get(String column) {
        return Texts.meaning(table.get(column));
    }

    @Override
    public void close() {
        table.close();
    }
}
