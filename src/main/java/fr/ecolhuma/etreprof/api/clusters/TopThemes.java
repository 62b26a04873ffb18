package fr.ecolhuma.etreprof.api.clusters;

import fr.ecolhuma.etreprof.api.served.FewUsers;
import fr.ecolhuma.etreprof.domain.Theme;
import fr.ecolhuma.etreprof.snapshot.model.Snapshot;
import fr.ecolhuma.etreprof.snapshot.model.TrainedModel;
import fr.ecolhuma.etreprof.tables.InteractionTable;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.BitSet;
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

    private static final Duration THREE_YEARS = Duration.ofDays(3 * 365);
    private static final int SHOWN = 5;
    private static final double PRECISION = 1000;

    private final Snapshot snapshot;
    private final int[][] users;

    private TopThemes(Snapshot snapshot) {
        this.snapshot = snapshot;
        this.users = new int[snapshot.model().segments().k()]
                [snapshot.taxonomy().themes().size()];
    }

    /** The best five of each segment, in id order; a theme that fewer than five users used is not named. */
    static List<List<Used>> of(Snapshot snapshot) {
        TopThemes themes = new TopThemes(snapshot);
        for (int user = 0; user < snapshot.model().users().size(); user++) {
            themes.count(user);
        }
        return IntStream.range(0, themes.users.length).mapToObj(themes::best).toList();
    }

    private void count(int user) {
        TrainedModel model = snapshot.model();
        InteractionTable uses = model.interactions();
        long oldest = model.provenance().asOf().minus(THREE_YEARS).toEpochSecond(ZoneOffset.UTC);
        BitSet used = new BitSet();
        for (int entry = uses.start(user); entry < uses.end(user); entry++) {
            int theme = model.catalogue().get(uses.content(entry)).theme();
            if (theme >= 0 && uses.lastSecond(entry) > oldest) {
                used.set(theme);
            }
        }
        used.stream().forEach(theme -> users[model.users().segment(user)][theme]++);
    }

    private List<Used> best(int segment) {
        return snapshot.taxonomy().themes().stream()
                .filter(theme -> users[segment][theme.id()] >= FewUsers.FEWEST)
                .sorted(Comparator.comparingInt((Theme theme) -> -users[segment][theme.id()])
                        .thenComparingInt(Theme::id))
                .limit(SHOWN)
                .map(theme -> used(segment, theme))
                .toList();
    }

    private Used used(int segment, Theme theme) {
        int size = snapshot.model().profiles().get(segment).size();
        double share = Math.round(PRECISION * users[segment][theme.id()] / size) / PRECISION;
        return new Used(theme.id(), theme.code(), theme.label(), theme.labelFr(), share);
    }
}
