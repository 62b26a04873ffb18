package fr.ecolhuma.etreprof.api.user;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fr.ecolhuma.etreprof.snapshot.model.Snapshot;
import fr.ecolhuma.etreprof.snapshot.past.LiveModel;
import java.lang.ref.WeakReference;
import java.util.BitSet;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of the profiles that were lately asked for more than once, so that a user who comes back is not scored anew. A
 * profile that is asked for once is not kept: among very many users most would be dropped before they return, and fill the
 * old memory. Nor is one whose history lacks a version that could not be read: the next request tries again.
 *
 * <p>All are of one snapshot and one list of versions, compared by identity: another model, an erasure and another version on
 * the disk each make new ones, and nothing is kept of what was before.
 */
final class LatestProfiles {

    /** About 12 MB. */
    private static final int MOST = 2_048;

    /** Of so many different users it is remembered that they came. */
    private static final int LATELY = 8_192;

    /** A profile as bytes, what its list rests on, and whether its history has every version. */
    static final class Written {

        private final byte[] body;
        private final String rung;
        private final boolean isWhole;

        Written(byte[] body, String rung, boolean isWhole) {
            this.body = body;
            this.rung = rung;
            this.isWhole = isWhole;
        }

        /** Not to be changed. */
        byte[] body() {
            return body;
        }

        String rung() {
            return rung;
        }
    }

    private record Latest(
            WeakReference<Snapshot> snapshot,
            WeakReference<List<LiveModel>> past,
            Cache<Integer, Written> byRow,
            Visitors visitors) {

        private boolean isOf(Snapshot served, List<LiveModel> versions) {
            return snapshot.refersTo(served) && past.refersTo(versions);
        }
    }

    /** The rows that were asked for lately. */
    private static final class Visitors {

        private final BitSet rows = new BitSet();
        private int known;

        /** Whether a row was asked for before, since the last time that all were forgotten. */
        synchronized boolean isBack(int row) {
            if (rows.get(row)) {
                return true;
            }
            if (known == LATELY) {
                rows.clear();
                known = 0;
            }
            rows.set(row);
            known++;
            return false;
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
            now = new Latest(
                    new WeakReference<>(snapshot),
                    new WeakReference<>(past),
                    Caffeine.newBuilder()
                            .maximumSize(MOST)
                            .executor(Runnable::run)
                            .build(),
                    new Visitors());
            latest = now;
        }
        Written known = now.byRow().getIfPresent(row);
        if (known == null) {
            known = maker.get();
            if (known.isWhole && now.visitors().isBack(row)) {
                now.byRow().put(row, known);
            }
        }
        return known;
    }
}
