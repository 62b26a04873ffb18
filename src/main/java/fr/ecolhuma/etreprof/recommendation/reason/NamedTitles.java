package fr.ecolhuma.etreprof.recommendation.reason;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The titles that the sentences of one list have named: each at most twice, so that the reasons differ. */
final class NamedTitles {

    private static final int MOST = 2;

    private final Titles titles;
    private final Map<String, Integer> times = new HashMap<>();

    NamedTitles(Titles titles) {
        this.titles = titles;
    }

    /** Names a title unless it was named often enough; returns whether it is named. */
    boolean name(int row) {
        if (!isFree(row)) {
            return false;
        }
        times.merge(titles.quoted(row), 1, Integer::sum);
        return true;
    }

    private boolean isFree(int row) {
        return titles.isShown(row) && times.getOrDefault(titles.quoted(row), 0) < MOST;
    }

    /**
     * Names some of the contents that led to another one, in their order, with at most one colon in all.
     *
     * @param share a content is named if its weight is at least this share of the first one's that may be shown
     * @param most how many at most
     * @return their titles between guillemets; none if all were named often enough
     */
    List<String> name(List<Supporter> supporters, double share, int most) {
        List<Supporter> shown =
                supporters.stream().filter(one -> titles.isShown(one.row())).toList();
        List<String> named = new ArrayList<>();
        for (Supporter one : shown) {
            String title = titles.quoted(one.row());
            boolean strong = one.weight() >= share * shown.getFirst().weight();
            boolean fits = !named.contains(title)
                    && (!hasColon(title) || named.stream().noneMatch(NamedTitles::hasColon));
            if (named.size() < most && strong && fits && name(one.row())) {
                named.add(title);
            }
        }
        return named;
    }

    private static boolean hasColon(String title) {
        return title.indexOf(':') >= 0;
    }
}
