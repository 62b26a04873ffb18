package fr.ecolhuma.etreprof.api.user;

import fr.ecolhuma.etreprof.segmentation.model.SegmentModel;
import fr.ecolhuma.etreprof.segmentation.persona.Personas;
import fr.ecolhuma.etreprof.snapshot.disk.SnapshotException;
import fr.ecolhuma.etreprof.snapshot.model.Snapshot;
import fr.ecolhuma.etreprof.snapshot.model.UserIndex;
import fr.ecolhuma.etreprof.snapshot.past.LiveModel;
import fr.ecolhuma.etreprof.snapshot.past.PastModel;
import fr.ecolhuma.etreprof.snapshot.past.PastModels;
import fr.ecolhuma.etreprof.snapshot.past.PastUser;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The segments of one user as they were served, version by version, the one served now last. */
public final class UserHistory {

    private static final int MOST_VERSIONS = 10;
    private static final int LISTED = 3;

    private UserHistory() {}

    /**
     * A version and the user's segment in it.
     *
     * @param asOf the instant at which the version counts
     * @param liveFrom when it went live, ISO 8601 in UTC; null where that is not known, as of what came with the service
     * @param moved why the segment is another than in the version before; null when it is not
     */
    public record Entry(
            String modelVersion,
            String asOf,
            @Nullable String liveFrom,
            int clusterId,
            String clusterName,
            @Nullable Moved moved) {}

    /**
     * Why a user moved.
     *
     * @param from the segment in the version before
     * @param cause {@code counts} when the user's own counts led to another segment, {@code model} when the same counts
     *     would have: then the segments have moved and not the user
     * @param because the features whose change weighed most, at most three; none when the model alone moved
     */
    public record Moved(int from, String cause, List<Change> because) {

        public Moved {
            because = List.copyOf(because);
        }
    }

    /** A count in the version before and in this one. */
    public record Change(String feature, int from, int to) {}

    private record Place(LiveModel live, PastUser user) {

        private PastModel model() {
            return live.past();
        }
    }

    /**
     * The history of a user in the last ten versions; versions that cannot be read are left out.
     *
     * @param row of the user in the model that is served
     * @param all the versions that were live, in that order
     */
    public static List<Entry> of(Snapshot snapshot, int row, PastModels past, List<LiveModel> all) {
        List<Entry> entries = new ArrayList<>();
        Place before = null;
        for (LiveModel model : all.subList(Math.max(0, all.size() - MOST_VERSIONS), all.size())) {
            Optional<PastUser> found = find(snapshot, row, past, model.past());
            if (found.isPresent()) {
                Place now = new Place(model, found.get());
                entries.add(entry(before, now));
                before = now;
            }
        }
        return List.copyOf(entries);
    }

    private static Optional<PastUser> find(Snapshot snapshot, int row, PastModels past, PastModel model) {
        UserIndex users = snapshot.model().users();
        if (model.version().equals(snapshot.version())) {
            return Optional.of(PastUser.of(users, row));
        }
        try {
            return past.user(model.version(), users.id(row));
        } catch (SnapshotException broken) {
            return Optional.empty();
        }
    }

    private static Entry entry(@Nullable Place before, Place now) {
        int segment = now.user().segment();
        Instant since = now.live().since();
        return new Entry(
                now.model().version(),
                now.model().asOf().toString(),
                since == null ? null : since.toString(),
                segment,
                Personas.shipped().get(segment).name(),
                before == null || before.user().segment() == segment ? null : moved(before, now));
    }

    private static Moved moved(Place before, Place now) {
        SegmentModel model = now.model().segments();
        int from = before.user().segment();
        int to = now.user().segment();
        boolean sameColumns = before.model().segments().columns().equals(model.columns());
        if (!sameColumns || model.segmentOf(before.user().counts()) == to) {
            return new Moved(from, "model", List.of());
        }
        return new Moved(
                from,
                "counts",
                because(model, before.user().counts(), now.user().counts(), from, to));
    }

    /** The features whose change brought the user nearest to the new centroid, compared with the old one. */
    private static List<Change> because(SegmentModel model, int[] before, int[] after, int from, int to) {
        double[] start = model.scaler().transform(before);
        double[] end = model.scaler().transform(after);
        double[] near = model.centroid(to);
        double[] far = model.centroid(from);
        return IntStream.range(0, before.length)
                .boxed()
                .filter(j -> (end[j] - start[j]) * (near[j] - far[j]) > 0)
                .sorted(Comparator.comparingDouble((Integer j) -> -(end[j] - start[j]) * (near[j] - far[j])))
                .limit(LISTED)
                .map(j -> new Change(model.columns().get(j), before[j], after[j]))
                .toList();
    }
}
