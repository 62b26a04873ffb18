package fr.ecolhuma.etreprof.tables;

import java.util.List;
import java.util.stream.Stream;

/**
 * A dense table of non-negative counts, one row per user, one named column per feature.
 *
 * <p>Row-major in one array of {@code rows × columns} ints: 200,000 users by 14 features take 11 MB.
 */
public final class CountMatrix {

    private final List<String> columns;
    private final int[] cells;

    private CountMatrix(List<String> columns, int[] cells) {
        this.columns = List.copyOf(columns);
        this.cells = cells;
    }

    /**
     * A matrix over an array of cells.
     *
     * @param columns names, in order; at least one
     * @param cells row-major counts; the caller must not use the array afterwards
     * @throws IllegalArgumentException if the cells do not fill whole rows
     */
    public static CountMatrix of(List<String> columns, int[] cells) {
        if (columns.isEmpty() || cells.length % columns.size() != 0) {
            throw new IllegalArgumentException(
                    "found %d cells for %d columns, expected whole rows".formatted(cells.length, columns.size()));
        }
        return new CountMatrix(columns, cells);
    }

    /**
     * This table's columns, followed by another table's columns.
     *
     * @throws IllegalArgumentException if it has other rows
     */
    public CountMatrix beside(CountMatrix other) {
        if (other.rows() != rows()) {
            throw new IllegalArgumentException(
                    "found %d rows beside %d, expected equally many".formatted(other.rows(), rows()));
        }
        List<String> names =
                Stream.concat(columns.stream(), other.columns.stream()).toList();
        int[] joined = new int[rows() * names.size()];
        for (int row = 0; row < rows(); row++) {
            System.arraycopy(cells, row * columns.size(), joined, row * names.size(), columns.size());
            System.arraycopy(
                    other.cells,
                    row * other.columns.size(),
                    joined,
                    row * names.size() + columns.size(),
                    other.columns.size());
        }
        return of(names, joined);
    }

    /** Column names, in order. */
    public List<String> columns() {
        return columns;
    }

    /** Number of rows. */
    public int rows() {
        return cells.length / columns.size();
    }

    /** The count at a row and column, both from 0. */
    public int get(int row, int column) {
        return cells[row * columns.size() + column];
    }

    /** A copy of one row. */
    public int[] row(int row) {
        int[] copy = new int[columns.size()];
        System.arraycopy(cells, row * copy.length, copy, 0, copy.length);
        return copy;
    }
}
