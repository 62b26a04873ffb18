package fr.ecolhuma.etreprof.api.classify;

import fr.ecolhuma.etreprof.api.heavy.HeavyWork;
import fr.ecolhuma.etreprof.api.request.ApiException;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Bounds how many batches are in work at once, of all callers and of each: a batch lasts as long as its caller likes. */
@Component
final class BatchPlaces {

    private static final int MOST = 8;
    private static final int MOST_OF_A_CALLER = 2;

    private final Map<String, Integer> taken = new HashMap<>();

    /** A place that is given back at its close. */
    interface Place extends AutoCloseable {

        @Override
        void close();
    }

    /**
     * Takes a place.
     *
     * @param caller empty for callers without a limit
     * @throws ApiException 503 if there is none
     */
    synchronized Place take(String caller) {
        int all = taken.values().stream().mapToInt(Integer::intValue).sum();
        if (all == MOST || (!caller.isEmpty() && taken.getOrDefault(caller, 0) == MOST_OF_A_CALLER)) {
            throw HeavyWork.busy();
        }
        taken.merge(caller, 1, Integer::sum);
        return () -> giveBack(caller);
    }

    private synchronized void giveBack(String caller) {
        taken.computeIfPresent(caller, (name, places) -> places == 1 ? null : places - 1);
    }
}
