package fr.ecolhuma.etreprof.tables;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The rows of one file, kept or rejected: {@code read = kept + sum of rejected}, always.
 *
 * <p>The reasons; a row has the first that fits. Any file: {@code malformed} (cells are missing, or surplus ones are
 * filled), {@code oversized} (more than two million bytes). Users: {@code bad_id}, {@code erased}, {@code locale_be},
 * {@code duplicate_id}, {@code not_in_france}, {@code after_as_of}. Contents: {@code bad_id}, {@code no_type}, {@code duplicate_id}. Events:
 * {@code duplicate}, {@code shadow_session}, {@code bad_user_id}, {@code bad_date}, {@code unknown_user}, {@code
 * user_not_kept}, {@code after_as_of}.
 *
 * @param file the file's name, without its folder
 * @param read rows found, without the header
 * @param kept rows used
 * @param rejected rows left out by reason, in the order of the reasons' names
 */
public record RowAccount(String file, long read, long kept, SortedMap<String, Rejection> rejected) {

    /**
     * Rows left out for one reason.
     *
     * @param rows how many rows, at least 1
     * @param lines the first few line numbers (row numbers in Parquet), ascending, the header being line 1; none where they are
     *     not known
     */
    public record Rejection(long rows, List<Long> lines) {

        /** The number of line numbers that are kept for each reason. */
        public static final int LINES = 3;

        public Rejection {
            lines = List.copyOf(lines);
        }
    }

    /** The account of a file without records. */
    static final RowAccount NONE = new RowAccount("", 0, 0, new TreeMap<>());

    public RowAccount {
        rejected = Collections.unmodifiableSortedMap(new TreeMap<>(rejected));
        long left = rejected.values().stream().mapToLong(Rejection::rows).sum();
        if (read != kept + left) {
            throw new IllegalArgumentException(
                    "found %d rows read, expected %d kept + %d rejected".formatted(read, kept, left));
        }
    }

    /**
     * The same, where some of the rows that were kept are left out for one more reason.
     *
     * @param lines where each of them stands, in any order
     */
    public RowAccount without(String reason, List<Long> lines) {
        if (lines.isEmpty()) {
            return this;
        }
        TreeMap<String, Rejection> more = new TreeMap<>(rejected);
        more.put(
                reason,
                new Rejection(
                        lines.size(),
                        lines.stream().sorted().limit(Rejection.LINES).toList()));
        return new RowAccount(file, read, kept - lines.size(), more);
    }

    /** The reasons with their numbers of rows, and the first line of each. */
    public String reasons() {
        return rejected.entrySet().stream()
                .map(one -> "%d %s%s".formatted(one.getValue().rows(), one.getKey(), first(one.getValue())))
                .collect(Collectors.joining(", "));
    }

    private static String first(Rejection rejection) {
        return rejection.lines().isEmpty()
                ? ""
                : " (first at line %s)".formatted(rejection.lines().getFirst());
    }

    /** Rows left out, for all reasons together. */
    public long rejectedRows() {
        return read - kept;
    }
}
