package fr.ecolhuma.etreprof.api.clusters;

import fr.ecolhuma.etreprof.api.request.ApiException;
import fr.ecolhuma.etreprof.api.request.ProblemKind;
import fr.ecolhuma.etreprof.api.request.Shown;
import fr.ecolhuma.etreprof.snapshot.model.Snapshot;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * The place in the list of a segment's users of one version. It names the last user of the page before, and has a check
 * sum: a cursor that was cut or changed is found out.
 *
 * @param last the id of the last user before the page
 */
record UserCursor(String version, int segment, long last) {

    /** The cursor of the first page. */
    private static final String FIRST = "first";

    private static final Pattern FORM =
            Pattern.compile("((\\d{8}-[0-9a-f]{12}):(\\d{1,9}):(-?\\d{1,19})):([0-9a-f]{1,8})");

    /**
     * Reads a cursor.
     *
     * @throws ApiException 400 if it is not a cursor of the segment's list, 409 if it is of another version
     */
    static UserCursor of(String text, Snapshot snapshot, int segment) {
        if (text.equals(FIRST)) {
            return new UserCursor(snapshot.version(), segment, Long.MIN_VALUE);
        }
        UserCursor cursor = read(text);
        if (cursor == null || cursor.segment != segment) {
            throw ApiException.of(
                            ProblemKind.MALFORMED_VALUE,
                            "cursor: found '%s', expected 'first' or the whole next_cursor of a page of this segment"
                                    .formatted(Shown.of(text)))
                    .value("cursor", Shown.of(text));
        }
        if (!cursor.version.equals(snapshot.version())) {
            throw ApiException.of(
                            ProblemKind.OUTDATED_CURSOR,
                            "cursor: found one of model version %s, expected one of %s; begin again with cursor=first"
                                    .formatted(cursor.version, snapshot.version()))
                    .value("found", cursor.version)
                    .value("live", snapshot.version());
        }
        return cursor;
    }

    private static @Nullable UserCursor read(String text) {
        try {
            Matcher form = FORM.matcher(new String(Base64.getUrlDecoder().decode(text), StandardCharsets.ISO_8859_1));
            return form.matches() && form.group(5).equals(sum(form.group(1)))
                    ? new UserCursor(form.group(2), Integer.parseInt(form.group(3)), Long.parseLong(form.group(4)))
                    : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** The cursor as callers send it back. */
    String text() {
        String content = version + ":" + segment + ":" + last;
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((content + ":" + sum(content)).getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String sum(String content) {
        CRC32C sum = new CRC32C();
        sum.update(content.getBytes(StandardCharsets.ISO_8859_1));
        return Long.toHexString(sum.getValue());
    }
}
