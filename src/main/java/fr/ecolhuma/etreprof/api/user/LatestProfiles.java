package fr.ecolhuma.etreprof.api.user;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fr.ecolhuma.etreprof.api.edge.form.PreparedBody;
import fr.ecolhuma.etreprof.snapshot.model.Snapshot;
import fr.ecolhuma.etreprof.snapshot.past.LiveModel;
import java.lang.ref.WeakReference;
import java.util.BitSet;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of the profiles that were lately requested more than once, so that a returning user is not scored again. A
 * profile that is requested once is not kept: among very many users most would be dropped before they return, and would
 * fill the old generation. A profile whose history lacks an unreadable version is not kept either: the next request
 * tries again.
 *
 * <p>All profiles are of one snapshot and one list of versions, compared by identity: another model, an erasure or
 * another version on the disk makes a new one of these, and all profiles of before are dropped.
 */
final class LatestProfiles {

    /** About 12 MB, and a quarter more if all are requested packed. */
    private static final int MOST = 2_048;

    /** The number of different users whose last request is remembered. */
    private static final int LATELY = 8_192;

    /** A profile as bytes, the rung of its list, and whether its history has every version. */
    static final class Written {

        private final PreparedBody body;
        private final String rung;
        private final boolean isWhole;

        Written(PreparedBody body, String rung, boolean isWhole) {
            this.body = body;
            this.rung = rung;
            this.isWhole = isWhole;
        }

        PreparedBody body() {
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

    /** The rows that were requested lately. */
    private static final class Visitors {

        private final BitSet rows = new BitSet();
        private int known;

        /** Whether a row was requested before, since all rows were last forgotten. */
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
     * The profile of a row, made when it is not kept.
     *
     * @param past the same list instance that the profile's history is made from
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
