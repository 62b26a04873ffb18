package fr.ecolhuma.etreprof.api.clusters;

import fr.ecolhuma.etreprof.api.served.FewUsers;
import fr.ecolhuma.etreprof.domain.Theme;
import fr.ecolhuma.etreprof.snapshot.model.Snapshot;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The themes that most users of each segment have used in the last three years. */
final class TopThemes {

    /**
     * A theme.
     *
     * @param share of the segment's users who used a content of it, 0 to 1, three decimals
     */
    record Used(int id, String code, String label, String labelFr, double share) {}

    private static final int SHOWN = 5;
    private static final double PRECISION = 1000;

    private final Snapshot snapshot;

    private TopThemes(Snapshot snapshot) {
        this.snapshot = snapshot;
    }

    /** The best five of each segment, in id order; a theme that fewer than five users used is not named. */
    static List<List<Used>> of(Snapshot snapshot) {
        TopThemes themes = new TopThemes(snapshot);
        return IntStream.range(0, snapshot.model().segments().k())
                .mapToObj(themes::best)
                .toList();
    }

    private int users(int segment, Theme theme) {
        return snapshot.population().themeUsers(segment, theme.id());
    }

    private List<Used> best(int segment) {
        return snapshot.taxonomy().themes().stream()
                .filter(theme -> users(segment, theme) >= FewUsers.FEWEST)
                .sorted(Comparator.comparingInt((Theme theme) -> -users(segment, theme))
                        .thenComparingInt(Theme::id))
                .limit(SHOWN)
                .map(theme -> used(segment, theme))
                .toList();
    }

    private Used used(int segment, Theme theme) {
        int size = snapshot.model().profiles().get(segment).size();
        double share = Math.round(PRECISION * users(segment, theme) / size) / PRECISION;
        return new Used(theme.id(), theme.code(), theme.label(), theme.labelFr(), share);
    }
}
