package fr.ecolhuma.etreprof.api.clusters;

import fr.ecolhuma.etreprof.api.request.ApiException;
import fr.ecolhuma.etreprof.api.request.ProblemKind;
import fr.ecolhuma.etreprof.api.request.Shown;
import fr.ecolhuma.etreprof.api.request.WholeNumber;
import fr.ecolhuma.etreprof.api.served.ServedModel;
import fr.ecolhuma.etreprof.csv.CsvWriter;
import fr.ecolhuma.etreprof.snapshot.model.Snapshot;
import fr.ecolhuma.etreprof.snapshot.model.UserIndex;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /clusters/{cluster_id}/users}: the users of a segment, by id, page by page, as JSON or as CSV. */
@RestController
final class ClusterUsersController {

    /**
     * A page.
     *
     * @param total users of the segment
     * @param users ids, ascending
     */
    record Answer(
            boolean success, int clusterId, int total, int offset, int limit, List<Long> users, String modelVersion) {}

    private static final int MOST = 10_000;
    private static final String TOTAL = "X-Total-Count";
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final ServedModel served;

    ClusterUsersController(ServedModel served) {
        this.served = served;
    }

    @GetMapping(path = "/clusters/{cluster_id}/users", produces = MediaType.APPLICATION_JSON_VALUE)
    Answer users(
            @PathVariable("cluster_id") String clusterId,
            @RequestParam(defaultValue = "0") String offset,
            @RequestParam(defaultValue = "100") String limit,
            HttpServletResponse response) {
        Snapshot snapshot = served.get();
        int segment = segment(snapshot, clusterId);
        int first = number("offset", offset, 0, Integer.MAX_VALUE);
        int most = number("limit", limit, 1, MOST);
        int total = total(snapshot, segment);
        response.setHeader(TOTAL, String.valueOf(total));
        if (first < total - most) {
            response.setHeader(
                    HttpHeaders.LINK,
                    "</clusters/%d/users?offset=%d&limit=%d>; rel=\"next\"".formatted(segment, first + most, most));
        }
        return new Answer(true, segment, total, first, most, page(snapshot, segment, first, most), snapshot.version());
    }

    @GetMapping(path = "/clusters/{cluster_id}/users", produces = "text/csv")
    ResponseEntity<byte[]> csv(
            @PathVariable("cluster_id") String clusterId,
            @RequestParam(defaultValue = "0") String offset,
            @RequestParam(defaultValue = "100") String limit,
            HttpServletResponse response)
            throws IOException {
        Answer page = users(clusterId, offset, limit, response);
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try (CsvWriter csv = new CsvWriter(text)) {
            csv.header(List.of("user_id", "cluster"));
            for (long id : page.users()) {
                csv.number(id).number(page.clusterId()).endRow();
            }
        }
        return ResponseEntity.ok().contentType(CSV).body(text.toByteArray());
    }

    /** Of the rows that are listed: an erased user counts in the segment's size until the next version. */
    private static int total(Snapshot snapshot, int segment) {
        UserIndex users = snapshot.model().users();
        return (int) IntStream.range(0, users.size())
                .filter(row -> users.segment(row) == segment)
                .count();
    }

    private static List<Long> page(Snapshot snapshot, int segment, int offset, int limit) {
        UserIndex users = snapshot.model().users();
        return IntStream.range(0, users.size())
                .filter(row -> users.segment(row) == segment)
                .skip(offset)
                .limit(limit)
                .mapToObj(users::id)
                .toList();
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
