package fr.ecolhuma.etreprof.api.served;

import fr.ecolhuma.etreprof.api.request.ApiException;
import fr.ecolhuma.etreprof.api.request.ProblemKind;
import fr.ecolhuma.etreprof.snapshot.live.CurrentSnapshot;
import fr.ecolhuma.etreprof.snapshot.model.Snapshot;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The model of a request: it is fetched once, at the beginning of the request. */
@Component
public final class ServedModel {

    private static final int RETRY_AFTER_SECONDS = 30;

    private final CurrentSnapshot current;

    ServedModel(CurrentSnapshot current) {
        this.current = current;
    }

    /** What is served now. */
    public Optional<Snapshot> find() {
        return current.get();
    }

    /**
     * What is served now.
     *
     * @throws ApiException 503 when there is no model yet
     */
    public Snapshot get() {
        return current.get()
                .orElseThrow(() -> ApiException.later(
                        ProblemKind.NOT_READY,
                        "no model is served yet; recompute one or wait for the running recompute",
                        RETRY_AFTER_SECONDS));
    }

    /**
     * The snapshot served now, with a classifier.
     *
     * @throws ApiException 503 when there is no model yet, or a model without a classifier
     */
    public Snapshot classifying() {
        Snapshot snapshot = get();
        if (snapshot.model().classifier().isEmpty()) {
            throw ApiException.later(
                    ProblemKind.NOT_READY,
                    "the model served has no classifier; recompute a model that has one",
                    RETRY_AFTER_SECONDS);
        }
        return snapshot;
    }
}
