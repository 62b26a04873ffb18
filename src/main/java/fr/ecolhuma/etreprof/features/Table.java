package fr.ecolhuma.etreprof.features;

import org.jspecify.annotations.Nullable;

/** A small table read row by row, once: the users' or the contents' export. */
interface Table extends AutoCloseable {

    /** Moves to the next row; false at the end. */
    boolean next();

    /** The line the row starts at (the row number in Parquet), the header being line 1. */
    long line();

    /** Whether the row has as many cells as the header. */
    boolean whole();

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
