package fr.ecolhuma.etreprof.snapshot.past;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The versions that were live, in the order in which they went live. */
public final class LiveModels {

    /** An order and its sources: lists compared by identity, which is fast. */
    private record Known(List<PastModel> kept, List<ModelHistory.Entry> changes, String served, List<LiveModel> order) {

        private boolean isOf(List<PastModel> nowKept, List<ModelHistory.Entry> nowChanged, String nowServed) {
            return kept.equals(nowKept) && changes.equals(nowChanged) && served.equals(nowServed);
        }
    }

    /** A version of the history; the instant is null where the history has none. */
    private record Named(String version, @Nullable Instant since) {}

    private final PastModels past;
    private final ModelHistory history;
    private volatile @Nullable Known known;

    /** The kept versions in the order of the history. */
    public LiveModels(PastModels past, ModelHistory history) {
        this.past = past;
        this.history = history;
    }

    /**
     * The versions up to the one served, which is the last; a version that was live twice is in the list twice. The
     * list instance stays the same until something changes.
     *
     * @throws SnapshotException if the history cannot be read
     */
    public List<LiveModel> upTo(String served) {
        List<PastModel> kept = past.all();
        List<ModelHistory.Entry> changes = history.entries();
        Known now = known;
        if (now == null || !now.isOf(kept, changes, served)) {
            now = new Known(kept, changes, served, order(kept, changes, served));
            known = now;
        }
        return now.order();
    }

    static List<LiveModel> order(List<PastModel> kept, List<ModelHistory.Entry> changes, String served) {
        Map<String, PastModel> byVersion =
                kept.stream().collect(Collectors.toMap(PastModel::version, Function.identity()));
        List<LiveModel> order = new ArrayList<>();
        for (Named named : named(changes, served)) {
            PastModel model = byVersion.get(named.version());
            if (model != null
                    && (order.isEmpty() || !order.getLast().past().version().equals(named.version()))) {
                order.add(new LiveModel(model, named.since()));
            }
        }
        return List.copyOf(order);
    }

    /**
     * The order without versions that another process has made live since, and with the one that came with the service,
     * which has no line.
     */
    private static List<Named> named(List<ModelHistory.Entry> changes, String served) {
        List<Named> all = new ArrayList<>();
        for (ModelHistory.Entry change : changes) {
            if (change.previous() != null) {
                all.add(new Named(change.previous(), null));
            }
            all.add(new Named(change.version(), change.at()));
        }
        int last = all.stream().map(Named::version).toList().lastIndexOf(served);
        if (last < 0) {
            all.add(new Named(served, null));
            return all;
        }
        return all.subList(0, last + 1);
    }
}
