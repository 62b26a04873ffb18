package fr.ecolhuma.etreprof.ingestion.file;

import org.jspecify.annotations.Nullable;

/** A small table read row by row, once: the users' or the contents' export. */
public interface Table extends AutoCloseable {

    /**
     * Moves to the next row; false at the end.
     *
     * @throws java.util.concurrent.CancellationException if the thread is interrupted
     */
    boolean next();

    /** The line the row starts at (the row number in Parquet), the header being line 1. */
    long line();

    /** Why the row cannot be used: {@code malformed}, {@code oversized}, or null. */
    @Nullable
    String defect();

    /** A cell of the current row, stripped; null when empty, {@code null} or without such a column. */
    @Nullable
    String get(String column);

    @Override
    void close();

    /** What a cell says, or null when it says nothing. */
    static @Nullable String meaning(@Nullable String cell) {
        if (cell == null) {
            return null;
        }
        String text = cell.strip();
        return text.isEmpty() || text.equalsIgnoreCase("null") ? null : text;
    }
}
