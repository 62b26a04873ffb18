package fr.ecolhuma.etreprof.api.clusters;

import fr.ecolhuma.etreprof.api.request.ApiException;
import fr.ecolhuma.etreprof.segmentation.Assignments;
import fr.ecolhuma.etreprof.segmentation.explain.SegmentDiagnostics;
import fr.ecolhuma.etreprof.snapshot.model.Snapshot;
import fr.ecolhuma.etreprof.snapshot.model.TrainedModel;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Diagnoses what is served once a snapshot, beside the requests: the first to ask begins it, all who ask wait for a while
 * and are sent away when it takes longer. A snapshot that comes meanwhile ends the diagnosis of the last one.
 */
@Component
final class Diagnoses {

    private record Diagnosis(WeakReference<Snapshot> snapshot, FutureTask<SegmentDiagnostics> task) {}

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
        TrainedModel model = snapshot.model();
        byte[] segments = new byte[model.users().size()];
        for (int row = 0; row < segments.length; row++) {
            segments[row] = (byte) model.users().segment(row);
        }
        return SegmentDiagnostics.of(
                model.segments(),
                model.users().counts(),
                Assignments.of(segments, model.segments().k()),
                SegmentDiagnostics.Settings.DEFAULT);
    }

    /**
     * The diagnosis of a snapshot.
     *
     * @throws ApiException 503 when it is not there yet, 500 when it failed
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
            throw ApiException.failed("the segments could not be diagnosed; the log of the service says more");
        }
    }

    private ApiException unfinished() {
        return ApiException.unavailable(
                "the segments of this model are being diagnosed; ask again in some seconds",
                (int) Math.max(1, patience.toSeconds()));
    }

    private synchronized FutureTask<SegmentDiagnostics> task(Snapshot snapshot) {
        Diagnosis now = last;
        if (now == null || !now.snapshot().refersTo(snapshot)) {
            if (now != null) {
                now.task().cancel(true);
            }
            now = new Diagnosis(new WeakReference<>(snapshot), new FutureTask<>(() -> diagnose.apply(snapshot)));
            Thread.ofPlatform().daemon().name("diagnostics").start(now.task());
            last = now;
        }
        return now.task();
    }
}
