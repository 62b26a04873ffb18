package fr.ecolhuma.etreprof.api.clusters;

import fr.ecolhuma.etreprof.api.request.ApiException;
import fr.ecolhuma.etreprof.api.request.ProblemKind;
import fr.ecolhuma.etreprof.segmentation.explain.SegmentDiagnostics;
import fr.ecolhuma.etreprof.snapshot.model.Snapshot;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Diagnoses each snapshot once, on a thread of its own. The first request starts the diagnosis; every request waits a
 * while for it and then gets a 503. A diagnosis that fails is logged and forgotten, so that the next request starts
 * another. A newer snapshot ends the diagnosis of the one before.
 */
@Component
final class Diagnoses {

    private record Diagnosis(WeakReference<Snapshot> snapshot, FutureTask<SegmentDiagnostics> task) {}

    private static final Logger LOG = LoggerFactory.getLogger(Diagnoses.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Function<Snapshot, SegmentDiagnostics> diagnose;
    private final Duration patience;
    private @Nullable Diagnosis last;

    @Autowired
    Diagnoses() {
        this(Diagnoses::diagnose, PATIENCE);
    }

    Diagnoses(Function<Snapshot, SegmentDiagnostics> diagnose, Duration patience) {
        this.diagnose = diagnose;
        this.patience = patience;
    }

    private static SegmentDiagnostics diagnose(Snapshot snapshot) {
        return SegmentDiagnostics.of(
                snapshot.model().segments(),
                snapshot.population().counts(),
                snapshot.population().assignments(),
                SegmentDiagnostics.Settings.DEFAULT);
    }

    /**
     * The diagnosis of a snapshot.
     *
     * @throws ApiException 503 while it is running, 500 when it failed
     */
    SegmentDiagnostics of(Snapshot snapshot) {
        try {
            return task(snapshot).get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | CancellationException e) {
            throw unfinished();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unfinished();
        } catch (ExecutionException e) {
            throw ApiException.of(
                    ProblemKind.FAILED,
                    "the diagnosis of the segments failed; the service's log has the reason, and the next request starts another");
        }
    }

    private ApiException unfinished() {
        return ApiException.later(
                ProblemKind.NOT_READY,
                "the segments of this model are being diagnosed; try again in some seconds",
                Math.max(1, patience.toSeconds()));
    }

    private synchronized FutureTask<SegmentDiagnostics> task(Snapshot snapshot) {
        Diagnosis now = last;
        if (now == null || !now.snapshot().refersTo(snapshot)) {
            if (now != null) {
                now.task().cancel(true);
            }
            now = new Diagnosis(new WeakReference<>(snapshot), new FutureTask<>(() -> diagnosed(snapshot)));
            Thread.ofPlatform().daemon().name("diagnostics").start(now.task());
            last = now;
        }
        return now.task();
    }

    private SegmentDiagnostics diagnosed(Snapshot snapshot) {
        try {
            return diagnose.apply(snapshot);
        } catch (RuntimeException | Error e) {
            forget(snapshot, e);
            throw e;
        }
    }

    /** Runs before any request is answered with the failure; a diagnosis that a newer snapshot ended has not failed. */
    private synchronized void forget(Snapshot snapshot, Throwable reason) {
        if (last != null && last.snapshot().refersTo(snapshot)) {
            last = null;
            LOG.error("the diagnosis of the segments of model {} failed", snapshot.version(), reason);
        }
    }
}
