package fr.ecolhuma.etreprof.ingestion.file;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A small table read row by row, once: the users' or the contents' export. */
public interface Table extends AutoCloseable {

    /**
     * Moves to the next row; false at the end.
     *
     * @throws java.util.concurrent.CancellationException if the thread is interrupted
     */
    boolean next();

    /** The line at which the row starts (the row number in Parquet); the header is line 1. */
    long line();

    /** Why the row cannot be used: {@code malformed}, {@code oversized}, or null. */
    @Nullable
    String defect();

    /** The columns that are there and read, in order. */
    List<String> names();

    /** A cell of the current row as the file has it; null without such a column. */
    @Nullable
    String get(String column);

    @Override
    void close();
}
