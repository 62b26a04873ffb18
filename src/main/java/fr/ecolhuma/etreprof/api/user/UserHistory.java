package fr.ecolhuma.etreprof.api.user;

import fr.ecolhuma.etreprof.segmentation.explain.MoveExplanation;
import fr.ecolhuma.etreprof.segmentation.explain.MoveExplanation.Cause;
import fr.ecolhuma.etreprof.segmentation.explain.MoveExplanation.CountChange;
import fr.ecolhuma.etreprof.segmentation.explain.Placement;
import fr.ecolhuma.etreprof.segmentation.persona.Personas;
import fr.ecolhuma.etreprof.snapshot.disk.SnapshotException;
import fr.ecolhuma.etreprof.snapshot.model.Snapshot;
import fr.ecolhuma.etreprof.snapshot.past.LiveModel;
import fr.ecolhuma.etreprof.snapshot.past.PastModel;
import fr.ecolhuma.etreprof.snapshot.past.PastModels;
import fr.ecolhuma.etreprof.snapshot.past.SegmentedUsers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The segments of one user as they were served, version by version, the one served now last.
 *
 * @param isWhole whether every version could be read
 */
record UserHistory(List<Entry> entries, boolean isWhole) {

    private static final int MOST_VERSIONS = 10;

    /**
     * A version and the segment of the user in it.
     *
     * @param asOf the instant at which the version counts
     * @param liveFrom when it went live, ISO 8601 in UTC; null when unknown, as for a version that came with the
     *     service
     * @param moved why the segment differs from the version before; null when it does not differ
     */
    record Entry(
            String modelVersion,
            String asOf,
            @Nullable String liveFrom,
            int clusterId,
            String clusterName,
            @Nullable Moved moved) {

        private static Entry of(LiveModel live, @Nullable Placement before, Placement now) {
            PastModel model = live.past();
            Instant since = live.since();
            return new Entry(
                    model.version(),
                    model.asOf().toString(),
                    since == null ? null : since.toString(),
                    now.segment(),
                    Personas.shipped().get(now.segment()).name(),
                    before == null || before.segment() == now.segment() ? null : Moved.of(before, now));
        }
    }

    /**
     * Why a user moved, as {@link MoveExplanation} states it.
     *
     * @param from the segment in the version before
     */
    record Moved(int from, Cause cause, List<Change> because) {

        private static Moved of(Placement before, Placement now) {
            MoveExplanation explanation = MoveExplanation.of(before, now);
            return new Moved(
                    before.segment(),
                    explanation.cause(),
                    explanation.because().stream().map(Change::of).toList());
        }
    }

    /** A count in the version before and in this one. */
    record Change(String feature, int from, int to) {

        private static Change of(CountChange change) {
            return new Change(change.feature(), change.before(), change.after());
        }
    }

    UserHistory {
        entries = List.copyOf(entries);
    }

    /**
     * The history of a user in the last ten versions; versions that cannot be read are left out.
     *
     * @param row of the user in the model that is served
     * @param live the versions that were live, in that order
     */
    static UserHistory of(Snapshot snapshot, int row, PastModels past, List<LiveModel> live) {
        List<Entry> entries = new ArrayList<>();
        boolean isWhole = true;
        Placement before = null;
        for (LiveModel model : live.subList(Math.max(0, live.size() - MOST_VERSIONS), live.size())) {
            try {
                Optional<Placement> now = find(snapshot, row, past, model.past().version());
                if (now.isPresent()) {
                    entries.add(Entry.of(model, before, now.get()));
                    before = now.get();
                }
            } catch (SnapshotException broken) {
                isWhole = false;
            }
        }
        return new UserHistory(entries, isWhole);
    }

    private static Optional<Placement> find(Snapshot snapshot, int row, PastModels past, String version) {
        return version.equals(snapshot.version())
                ? Optional.of(SegmentedUsers.of(snapshot).placement(row))
                : past.user(version, snapshot.model().users().id(row));
    }
}
