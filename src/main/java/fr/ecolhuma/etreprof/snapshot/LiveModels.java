package fr.ecolhuma.etreprof.snapshot;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The versions that users were served, in the order in which they were; what never was live is not among them. */
public final class LiveModels {

    /** An order and what it was made from: lists that stay the very same, and so are compared at once. */
    private record Known(List<PastModel> kept, List<ModelHistory.Entry> changes, String served, List<PastModel> order) {

        private boolean isOf(List<PastModel> nowKept, List<ModelHistory.Entry> nowChanged, String nowServed) {
            return kept.equals(nowKept) && changes.equals(nowChanged) && served.equals(nowServed);
        }
    }

    private final PastModels past;
    private final ModelHistory history;
    private volatile @Nullable Known known;

    /** The order that a history tells of the versions that are kept. */
    public LiveModels(PastModels past, ModelHistory history) {
        this.past = past;
        this.history = history;
    }

    /**
     * The versions up to the one that is served, which is the last; one that was live again stands there again. The same
     * list for as long as nothing changes.
     *
     * @throws SnapshotException if the history cannot be read
     */
    public List<PastModel> upTo(String served) {
        List<PastModel> kept = past.all();
        List<ModelHistory.Entry> changes = history.entries();
        Known now = known;
        if (now == null || !now.isOf(kept, changes, served)) {
            now = new Known(kept, changes, served, order(kept, changes, served));
            known = now;
        }
        return now.order();
    }

    static List<PastModel> order(List<PastModel> kept, List<ModelHistory.Entry> changes, String served) {
        Map<String, PastModel> byVersion =
                kept.stream().collect(Collectors.toMap(PastModel::version, Function.identity()));
        List<PastModel> order = new ArrayList<>();
        versions(changes, served).forEach(version -> add(byVersion.get(version), order));
        return List.copyOf(order);
    }

    /** Without what another process has made live since, and with what came with the service and so has no line. */
    private static List<String> versions(List<ModelHistory.Entry> changes, String served) {
        List<String> all = changes.stream()
                .flatMap(change -> Stream.concat(Stream.ofNullable(change.previous()), Stream.of(change.version())))
                .toList();
        int last = all.lastIndexOf(served);
        return last >= 0
                ? all.subList(0, last + 1)
                : Stream.concat(all.stream(), Stream.of(served)).toList();
    }

    private static void add(@Nullable PastModel model, List<PastModel> order) {
        if (model != null && (order.isEmpty() || !order.getLast().version().equals(model.version()))) {
            order.add(model);
        }
    }
}
