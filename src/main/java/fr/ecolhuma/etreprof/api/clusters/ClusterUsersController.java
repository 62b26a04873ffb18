package fr.ecolhuma.etreprof.api.clusters;

import fr.ecolhuma.etreprof.api.edge.form.AnswerFormat;
import fr.ecolhuma.etreprof.api.edge.form.SheetFile;
import fr.ecolhuma.etreprof.api.request.ApiException;
import fr.ecolhuma.etreprof.api.request.ProblemKind;
import fr.ecolhuma.etreprof.api.request.Shown;
import fr.ecolhuma.etreprof.api.request.WholeNumber;
import fr.ecolhuma.etreprof.api.served.ServedModel;
import fr.ecolhuma.etreprof.csv.CsvWriter;
import fr.ecolhuma.etreprof.csv.SheetWriter;
import fr.ecolhuma.etreprof.recompute.live.SheetSettings;
import fr.ecolhuma.etreprof.snapshot.model.Snapshot;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** {@code GET /clusters/{cluster_id}/users}: the users of a segment, by id, page by page, as JSON or as CSV. */
@RestController
final class ClusterUsersController {

    /**
     * A page.
     *
     * @param total users of the segment
     * @param users ids, ascending
     * @param nextCursor leads to the next page; null on the last
     */
    record Answer(
            boolean success,
            int clusterId,
            int total,
            int offset,
            int limit,
            List<Long> users,
            @Nullable String nextCursor,
            String modelVersion) {

        static Answer of(UserPage page) {
            return new Answer(
                    true,
                    page.segment(),
                    page.total(),
                    page.offset(),
                    page.limit(),
                    page.users(),
                    page.nextCursor(),
                    page.snapshot().version());
        }
    }

    private static final String PATH = "/clusters/{cluster_id}/users";
    private static final String TOTAL = "X-Total-Count";
    private static final List<String> COLUMNS = List.of("user_id", "cluster");

    private final ServedModel served;
    private final JsonMapper mapper;
    private final char separator;

    ClusterUsersController(ServedModel served, JsonMapper mapper, SheetSettings sheets) {
        this.served = served;
        this.mapper = mapper;
        this.separator = sheets.character();
    }

    @GetMapping(path = PATH, produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> users(
            @PathVariable("cluster_id") String clusterId,
            @RequestParam(required = false) @Nullable String offset,
            @RequestParam(defaultValue = "100") String limit,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String format)
            throws IOException {
        AnswerFormat wanted = AnswerFormat.of(format);
        UserPage page = page(clusterId, offset, limit, cursor);
        return wanted == AnswerFormat.CSV
                ? csv(page, format, sheet(page))
                : answer(page, format)
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(mapper.writeValueAsBytes(Answer.of(page)));
    }

    /** For programs: commas, and no byte order mark. */
    @GetMapping(path = PATH, produces = "text/csv")
    ResponseEntity<byte[]> accepted(
            @PathVariable("cluster_id") String clusterId,
            @RequestParam(required = false) @Nullable String offset,
            @RequestParam(defaultValue = "100") String limit,
            @RequestParam(required = false) @Nullable String cursor)
            throws IOException {
        UserPage page = page(clusterId, offset, limit, cursor);
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try (CsvWriter csv = new CsvWriter(text)) {
            csv.header(COLUMNS);
            for (long id : page.users()) {
                csv.number(id).number(page.segment()).endRow();
            }
        }
        return csv(page, null, text.toByteArray());
    }

    private UserPage page(String clusterId, @Nullable String offset, String limit, @Nullable String cursor) {
        Snapshot snapshot = served.get();
        return UserPage.of(snapshot, segment(snapshot, clusterId), offset, limit, cursor);
    }

    private byte[] sheet(UserPage page) throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try (SheetWriter csv = new SheetWriter(text, separator)) {
            csv.header(COLUMNS);
            for (long id : page.users()) {
                csv.number(id).number(page.segment()).endRow();
            }
        }
        return text.toByteArray();
    }

    private static ResponseEntity<byte[]> csv(UserPage page, @Nullable String format, byte[] body) {
        String name = "segment-%d-users-%s.csv"
                .formatted(page.segment(), page.snapshot().version());
        return answer(page, format)
                .contentType(MediaType.parseMediaType(SheetFile.TYPE))
                .header(HttpHeaders.CONTENT_DISPOSITION, SheetFile.disposition(name))
                .body(body);
    }

    private static ResponseEntity.BodyBuilder answer(UserPage page, @Nullable String format) {
        ResponseEntity.BodyBuilder answer =
                ResponseEntity.ok().varyBy(HttpHeaders.ACCEPT).header(TOTAL, String.valueOf(page.total()));
        String next = page.next();
        return next == null
                ? answer
                : answer.header(
                        HttpHeaders.LINK,
                        "</clusters/%d/users?%s%s>; rel=\"next\""
                                .formatted(page.segment(), next, format == null ? "" : "&format=" + format));
    }

    private static int segment(Snapshot snapshot, String clusterId) {
        int k = snapshot.model().segments().k();
        return WholeNumber.within("cluster_id", clusterId, 0, k - 1)
                .orElseThrow(() -> ApiException.of(
                                ProblemKind.UNKNOWN_SEGMENT,
                                "cluster_id: found %s, expected 0 to %d".formatted(Shown.of(clusterId), k - 1))
                        .value("found", Shown.of(clusterId))
                        .value("last", k - 1)
                        .with(
                                "available_clusters",
                                IntStream.range(0, k).boxed().toList()));
    }
}
