package fr.ecolhuma.etreprof.api.classify;

import fr.ecolhuma.etreprof.api.heavy.HeavyWork;
import fr.ecolhuma.etreprof.api.request.Allowance;
import fr.ecolhuma.etreprof.api.request.ApiException;
import fr.ecolhuma.etreprof.api.request.BoundedBody;
import fr.ecolhuma.etreprof.api.request.ContentType;
import fr.ecolhuma.etreprof.api.request.ProblemKind;
import fr.ecolhuma.etreprof.api.served.ServedModel;
import fr.ecolhuma.etreprof.classification.batch.BatchClassifier;
import fr.ecolhuma.etreprof.snapshot.model.Snapshot;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code POST /classify/batch}: one line of JSON for every line of JSON, as they arrive.
 *
 * <p>Memory does not grow with the batch, whether the caller reads the answers while it sends or afterwards.
 */
@RestController
final class BatchController {

    private static final Logger LOG = LoggerFactory.getLogger(BatchController.class);
    private static final MediaType LINES = MediaType.APPLICATION_NDJSON;
    private static final List<MediaType> ACCEPTED = List.of(
            LINES,
            MediaType.valueOf("application/ndjson"),
            MediaType.valueOf("application/jsonl"),
            MediaType.valueOf("application/json-lines"));

    /** A batch whose allowance is spent waits for more, but not for long: its place is wanted by others. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);

    private final ServedModel served;
    private final HeavyWork heavy;
    private final BatchPlaces places;

    BatchController(ServedModel served, HeavyWork heavy, BatchPlaces places) {
        this.served = served;
        this.heavy = heavy;
        this.places = places;
    }

    @PostMapping(path = "/classify/batch")
    void classify(HttpServletRequest request, HttpServletResponse response) {
        Snapshot snapshot = served.classifying();
        requireLines(request.getContentType());
        try (BatchPlaces.Place _ = places.take(Allowance.of(request).caller())) {
            answer(snapshot, request, response);
        } catch (IOException e) {
            if (!response.isCommitted()) {
                throw BoundedBody.broken();
            }
            LOG.debug("the caller of a batch closed the connection", e);
        }
    }

    private void answer(Snapshot snapshot, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setContentType(LINES.toString());
        Allowance allowance = Allowance.of(request);
        BatchClassifier batch =
                new BatchClassifier(snapshot.classifier(), heavy::line, bytes -> refusal(allowance, bytes));
        try (Writer out = new BufferedWriter(
                new OutputStreamWriter(new AnswerSpool(response.getOutputStream()), StandardCharsets.UTF_8))) {
            batch.classify(request.getInputStream(), out, done -> {});
        }
    }

    private static @Nullable String refusal(Allowance allowance, int bytes) {
        int cost = TextCost.ofText(bytes);
        Duration wait = allowance.take(cost);
        while (wait.isPositive() && wait.compareTo(LONGEST_WAIT) <= 0 && slept(wait)) {
            wait = allowance.take(cost);
        }
        return wait.isPositive() ? allowance.spent(wait).detail() : null;
    }

    private static boolean slept(Duration wait) {
        try {
            Thread.sleep(wait);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void requireLines(@Nullable String declared) {
        MediaType type = ContentType.of(declared);
        boolean utf8 = type == null || type.getCharset() == null || StandardCharsets.UTF_8.equals(type.getCharset());
        if (!utf8 || ACCEPTED.stream().noneMatch(accepted -> accepted.equalsTypeAndSubtype(type))) {
            throw ApiException.of(
                            ProblemKind.UNSUPPORTED_MEDIA_TYPE,
                            "found media type %s, expected %s in UTF-8 with one {\"id\", \"text\"} per line"
                                    .formatted(type, LINES))
                    .value("found", String.valueOf(type));
        }
    }
}
