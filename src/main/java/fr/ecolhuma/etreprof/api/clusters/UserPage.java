package fr.ecolhuma.etreprof.api.clusters;

import fr.ecolhuma.etreprof.api.request.ApiException;
import fr.ecolhuma.etreprof.api.request.ProblemKind;
import fr.ecolhuma.etreprof.api.request.Shown;
import fr.ecolhuma.etreprof.api.request.WholeNumber;
import fr.ecolhuma.etreprof.snapshot.model.Snapshot;
import fr.ecolhuma.etreprof.snapshot.model.UserIndex;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A page of the users of a segment, by id.
 *
 * @param total of the rows that are listed: an erased user counts in the segment's size until the next version
 * @param byCursor whether the caller goes from page to page by cursors
 */
record UserPage(Snapshot snapshot, int segment, int total, int offset, int limit, boolean byCursor, List<Long> users) {

    private static final int MOST = 10_000;

    /**
     * The page that a caller asks for.
     *
     * @throws ApiException 400 if a value cannot be read or is out of range, 409 if the cursor is of another version
     */
    static UserPage of(Snapshot snapshot, int segment, @Nullable String offset, String limit, @Nullable String cursor) {
        int most = number("limit", limit, 1, MOST);
        int first = offset == null ? 0 : number("offset", offset, 0, Integer.MAX_VALUE);
        if (cursor == null) {
            return at(snapshot, segment, first, most, false);
        }
        if (offset != null) {
            throw ApiException.of(ProblemKind.MALFORMED_VALUE, "found both cursor and offset, expected one of them");
        }
        return at(snapshot, segment, before(snapshot, segment, UserCursor.of(cursor, snapshot, segment)), most, true);
    }

    private static UserPage at(Snapshot snapshot, int segment, int offset, int limit, boolean byCursor) {
        UserIndex users = snapshot.model().users();
        List<Long> page = rows(snapshot, segment)
                .skip(offset)
                .limit(limit)
                .mapToObj(users::id)
                .toList();
        int total = (int) rows(snapshot, segment).count();
        return new UserPage(snapshot, segment, total, offset, limit, byCursor, page);
    }

    /** How many users stand before the page: a user who was erased meanwhile shifts nobody. */
    private static int before(Snapshot snapshot, int segment, UserCursor cursor) {
        UserIndex users = snapshot.model().users();
        return (int) rows(snapshot, segment)
                .takeWhile(row -> users.id(row) <= cursor.last())
                .count();
    }

    private static IntStream rows(Snapshot snapshot, int segment) {
        UserIndex users = snapshot.model().users();
        return IntStream.range(0, users.size()).filter(row -> users.segment(row) == segment);
    }

    /** The cursor of the next page; null on the last. */
    @Nullable
    String nextCursor() {
        return users.isEmpty() || offset >= total - limit
                ? null
                : new UserCursor(snapshot.version(), segment, users.getLast()).text();
    }

    /** The query of the next page, in the caller's own way; null on the last. */
    @Nullable
    String next() {
        String cursor = nextCursor();
        if (byCursor) {
            return cursor == null ? null : "cursor=%s&limit=%d".formatted(cursor, limit);
        }
        return offset < total - limit ? "offset=%d&limit=%d".formatted(offset + limit, limit) : null;
    }

    private static int number(String name, String text, int lowest, int highest) {
        return WholeNumber.within(name, text, lowest, highest)
                .orElseThrow(() -> ApiException.of(
                                ProblemKind.OUT_OF_RANGE,
                                "%s: found %s, expected %d to %d".formatted(name, Shown.of(text), lowest, highest))
                        .value("parameter", name)
                        .value("found", Shown.of(text))
                        .value("lowest", lowest)
                        .value("highest", highest));
    }
}
