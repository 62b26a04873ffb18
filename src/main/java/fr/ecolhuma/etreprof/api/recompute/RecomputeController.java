package fr.ecolhuma.etreprof.api.recompute;

import fr.ecolhuma.etreprof.api.edge.access.AdminRule;
import fr.ecolhuma.etreprof.api.request.ApiException;
import fr.ecolhuma.etreprof.api.request.Flag;
import fr.ecolhuma.etreprof.api.request.Moments;
import fr.ecolhuma.etreprof.api.request.ProblemKind;
import fr.ecolhuma.etreprof.api.request.UnreadBody;
import fr.ecolhuma.etreprof.recompute.jobs.Job;
import fr.ecolhuma.etreprof.recompute.jobs.Jobs;
import fr.ecolhuma.etreprof.recompute.run.RunRequest;
import fr.ecolhuma.etreprof.recompute.stages.EtreprofSettings;
import fr.ecolhuma.etreprof.snapshot.disk.SnapshotException;
import fr.ecolhuma.etreprof.snapshot.erasure.Erasures;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collections;
import java.util.concurrent.CancellationException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /clusters/recompute}: makes a new model from the configured exports. */
@RestController
final class RecomputeController {

    private static final Pattern ASYNC = Pattern.compile("(?i)(^|.*[,;\\s])respond-async([,;\\s].*|$)");
    private static final int LONGEST_KEY = 255;

    private final Jobs jobs;
    private final EtreprofSettings settings;
    private final Erasures erased;
    private final AdminRule admin;
    private final Clock clock;

    RecomputeController(Jobs jobs, EtreprofSettings settings, Erasures erased, AdminRule admin, Clock clock) {
        this.clock = clock;
        this.erased = erased;
        this.jobs = jobs;
        this.settings = settings;
        this.admin = admin;
    }

    @PostMapping(path = "/clusters/recompute", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Object> recompute(
            @RequestParam(name = "dry_run", required = false) @Nullable String dryRun,
            @RequestParam(name = "force", required = false) @Nullable String force,
            @RequestParam(name = "as_of", required = false) @Nullable String asOf,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            HttpServletRequest request) {
        String by = admin.require(request);
        UnreadBody.refuse(request);
        try {
            RunRequest wanted = new RunRequest(
                    settings.exports(), day(asOf), Flag.of("dry_run", dryRun), Flag.of("force", force), by);
            Job job = jobs.submit(wanted, checked(key));
            return wantsAsync(request) ? accepted(job) : ResponseEntity.ok(RunAnswer.of(job.await(), erased));
        } catch (CancellationException e) {
            throw ApiException.of(ProblemKind.RUN_CANCELLED, "the recompute was cancelled; the old model stays live");
        } catch (SnapshotException e) {
            String why = String.valueOf(e.getMessage());
            throw e.isFull() ? ApiException.of(ProblemKind.DISK_FULL, why) : ApiException.of(ProblemKind.FAILED, why);
        }
    }

    private @Nullable LocalDate day(@Nullable String asOf) {
        return asOf == null ? null : Moments.dayUntilTomorrow("as_of", asOf, clock);
    }

    private static boolean wantsAsync(HttpServletRequest request) {
        return Collections.list(request.getHeaders("Prefer")).stream()
                .anyMatch(prefer -> ASYNC.matcher(prefer).matches());
    }

    private ResponseEntity<Object> accepted(Job job) {
        return ResponseEntity.accepted()
                .location(URI.create("/clusters/recompute/jobs/" + job.id()))
                .header("Preference-Applied", "respond-async")
                .body(JobAnswer.of(job, erased));
    }

    private static @Nullable String checked(@Nullable String key) {
        if (key != null && (key.isBlank() || key.length() > LONGEST_KEY)) {
            throw ApiException.of(
                            ProblemKind.MALFORMED_VALUE,
                            "Idempotency-Key: found %d characters, expected 1 to %d"
                                    .formatted(key.length(), LONGEST_KEY))
                    .value("parameter", "Idempotency-Key")
                    .value("length", key.length())
                    .value("longest", LONGEST_KEY);
        }
        return key;
    }
}
