package fr.ecolhuma.etreprof.ingestion.database;

import java.nio.file.Path;

/** A connection that reads exports one after the other, all of the moment at which the first was read. */
public interface DatabaseReader extends AutoCloseable {

    /**
     * Writes the rows as CSV with a header.
     *
     * @throws fr.ecolhuma.etreprof.ingestion.file.ExportException if they cannot be read to the end
     * @throws java.util.concurrent.CancellationException if the thread is interrupted
     */
    void copy(DatabaseExport export, Path target);

    @Override
    void close();
}
