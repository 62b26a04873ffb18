package fr.ecolhuma.etreprof.api.recompute;

import fr.ecolhuma.etreprof.api.edge.access.AdminRule;
import fr.ecolhuma.etreprof.api.edge.form.AsSheet;
import fr.ecolhuma.etreprof.api.request.ApiException;
import fr.ecolhuma.etreprof.api.request.ProblemKind;
import fr.ecolhuma.etreprof.api.request.Shown;
import fr.ecolhuma.etreprof.recompute.jobs.Job;
import fr.ecolhuma.etreprof.recompute.jobs.Jobs;
import fr.ecolhuma.etreprof.recompute.jobs.LastRun;
import fr.ecolhuma.etreprof.snapshot.erasure.Erasures;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * {@code /clusters/recompute/jobs}, {@code /clusters/recompute/jobs/{id}} and {@code /clusters/recompute/last}: the progress and the result of a
 * recompute.
 */
@RestController
final class JobsController {

    /** The body of the answer about the last run. */
    record Last(boolean success, LastRun last) {}

    private static final Logger LOG = LoggerFactory.getLogger(JobsController.class);
    private static final Duration BETWEEN_EVENTS = Duration.ofMillis(200);
    private static final Duration LONGEST_WATCH = Duration.ofMinutes(30);

    private final Jobs jobs;
    private final Erasures erased;
    private final AdminRule admin;

    JobsController(Jobs jobs, Erasures erased, AdminRule admin) {
        this.jobs = jobs;
        this.erased = erased;
        this.admin = admin;
    }

    @GetMapping(path = "/clusters/recompute/jobs", produces = MediaType.APPLICATION_JSON_VALUE)
    @AsSheet(rows = "/jobs", name = "recomputes-{day}")
    JobsAnswer all() {
        return JobsAnswer.of(jobs.all());
    }

    @GetMapping(path = "/clusters/recompute/jobs/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    JobAnswer job(@PathVariable String id) {
        return JobAnswer.of(find(id), erased);
    }

    /** Sends each change of the job until it is over. */
    @GetMapping(path = "/clusters/recompute/jobs/{id}", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter watch(@PathVariable String id) {
        Job job = find(id);
        SseEmitter events = new SseEmitter(LONGEST_WATCH.toMillis());
        Thread.ofVirtual().name("job-events").start(() -> send(job, events));
        return events;
    }

    private void send(Job job, SseEmitter events) {
        try {
            JobAnswer sent = null;
            while (sent == null || !sent.job().state().isOver()) {
                // a job of another process is read again
                JobAnswer now = JobAnswer.of(jobs.find(job.id()).orElse(job), erased);
                if (!now.equals(sent)) {
                    events.send(
                            SseEmitter.event().name(now.job().state().wire()).data(now, MediaType.APPLICATION_JSON));
                }
                sent = now;
                Thread.sleep(BETWEEN_EVENTS);
            }
            events.complete();
        } catch (IOException | IllegalStateException e) {
            LOG.debug("the client that watched the job closed the connection", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @DeleteMapping(path = "/clusters/recompute/jobs/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<JobAnswer> cancel(@PathVariable String id, HttpServletRequest request) {
        admin.require(request);
        Job job = find(id);
        if (!jobs.cancel(job)) {
            throw ApiException.of(
                    ProblemKind.NOT_CANCELLABLE,
                    "job: found a run of another process, or one whose model is being published, expected one that can be cancelled");
        }
        JobAnswer answer = JobAnswer.of(job, erased);
        boolean over = answer.job().state().isOver();
        return (over ? ResponseEntity.ok() : ResponseEntity.accepted()).body(answer);
    }

    @GetMapping(path = "/clusters/recompute/last", produces = MediaType.APPLICATION_JSON_VALUE)
    Last last() {
        return new Last(
                true,
                jobs.last()
                        .orElseThrow(() -> ApiException.of(
                                ProblemKind.UNKNOWN_JOB,
                                "found no recompute yet; start one with POST /clusters/recompute")));
    }

    private Job find(String id) {
        return jobs.find(id)
                .orElseThrow(() -> ApiException.of(
                                ProblemKind.UNKNOWN_JOB,
                                "job: found no job '%s'; GET /clusters/recompute/jobs lists the last fifty"
                                        .formatted(Shown.of(id)))
                        .value("found", Shown.of(id)));
    }
}
