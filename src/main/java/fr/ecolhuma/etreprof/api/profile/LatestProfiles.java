package fr.ecolhuma.etreprof.api.profile;

import fr.ecolhuma.etreprof.snapshot.LiveModel;
import fr.ecolhuma.etreprof.snapshot.Snapshot;
import java.lang.ref.WeakReference;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The profiles asked for again lately, as they were written: who comes back to a page need not be scored anew. One that is
 * asked for once is not kept: where very many users come, most would be gone before they return, and old memory would
 * fill with them.
 *
 * <p>All are of one snapshot and one list of versions, told by identity: another model, an erasure and another version on
 * the disk each make new ones, and nothing is kept of what was before.
 */
final class LatestProfiles {

    /** About 12 MB. */
    private static final int MOST = 2_048;

    /** A power of two. */
    private static final int LATELY = 8_192;

    /** A profile as bytes, and what its list rests on. */
    static final class Written {

        private final byte[] body;
        private final String rung;

        Written(byte[] body, String rung) {
            this.body = body;
            this.rung = rung;
        }

        /** Not to be changed. */
        byte[] body() {
            return body;
        }

        String rung() {
            return rung;
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // the very array is meant
    private record Latest(
            WeakReference<Snapshot> snapshot,
            WeakReference<List<LiveModel>> past,
            Map<Integer, Written> byRow,
            int[] lately) {

        private boolean isOf(Snapshot served, List<LiveModel> versions) {
            return snapshot.refersTo(served) && past.refersTo(versions);
        }

        /** Remembers a row until another one takes its place. Threads may race here, and one profile be kept later. */
        private boolean isBack(int row) {
            int place = row & (LATELY - 1);
            boolean back = lately[place] == row + 1;
            lately[place] = row + 1;
            return back;
        }
    }

    private volatile @Nullable Latest latest;

    /**
     * The profile of a row, made when it is not there.
     *
     * @param past the very list that the profile's history is made from
     */
    Written get(Snapshot snapshot, List<LiveModel> past, int row, Supplier<Written> maker) {
        Latest now = latest;
        if (now == null || !now.isOf(snapshot, past)) {
            now = new Latest(new WeakReference<>(snapshot), new WeakReference<>(past), bounded(), new int[LATELY]);
            latest = now;
        }
        Written known = now.byRow().get(row);
        if (known == null) {
            known = maker.get();
            if (now.isBack(row)) {
                now.byRow().put(row, known);
            }
        }
        return known;
    }

    private static Map<Integer, Written> bounded() {
        return Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Integer, Written> eldest) {
                return size() > MOST;
            }
        });
    }
}
