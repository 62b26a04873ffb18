package fr.ecolhuma.etreprof.api.clusters;

import fr.ecolhuma.etreprof.api.heavy.BodyMemory;
import fr.ecolhuma.etreprof.api.heavy.HeavyWork;
import fr.ecolhuma.etreprof.api.request.ApiException;
import fr.ecolhuma.etreprof.api.request.ProblemKind;
import fr.ecolhuma.etreprof.api.served.ServedModel;
import fr.ecolhuma.etreprof.segmentation.model.SegmentModel;
import fr.ecolhuma.etreprof.snapshot.model.Snapshot;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /clusters/assign}: the segment of one or many sets of counts; the users need not be known. */
@RestController
final class AssignController {

    /**
     * The body.
     *
     * @param data one {@link Assignment}, or a list of them where a list was sent
     */
    record Answer(boolean success, Object data, String modelVersion) {}

    private static final int MOST_BYTES = 8 << 20;

    private final ServedModel served;
    private final HeavyWork heavy;
    private final BodyMemory memory;

    AssignController(ServedModel served, HeavyWork heavy, BodyMemory memory) {
        this.served = served;
        this.heavy = heavy;
        this.memory = memory;
    }

    @PostMapping(
            path = "/clusters/assign",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    Answer assign(HttpServletRequest request) {
        Snapshot snapshot = served.get();
        try (BodyMemory.Room body = memory.read(request, MOST_BYTES, AssignController::tooLarge)) {
            return heavy.run(body.bytes(), () -> answer(snapshot, body.bytes()));
        }
    }

    private static Answer answer(Snapshot snapshot, byte[] body) {
        SegmentModel segments = snapshot.model().segments();
        SentFeatures sent = SentFeatures.of(segments.columns(), body);
        List<Assignment> assignments =
                sent.rows().stream().map(row -> Assignment.of(segments, row)).toList();
        return new Answer(true, sent.isList() ? assignments : assignments.getFirst(), snapshot.version());
    }

    private static ApiException tooLarge() {
        return ApiException.of(
                        ProblemKind.TOO_LARGE,
                        "found a body of more than 8 MiB, expected at most %d sets of counts"
                                .formatted(SentFeatures.MOST_ROWS))
                .value("mib", 8);
    }
}
