package fr.ecolhuma.etreprof.snapshot.model;

import fr.ecolhuma.etreprof.segmentation.Assignments;
import fr.ecolhuma.etreprof.tables.CountMatrix;
import fr.ecolhuma.etreprof.tables.InteractionTable;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * All users that a version was learnt from, without their ids. Figures about many users rest on it, so that an erasure
 * changes none of them: a figure that moved by one user would tell what the erased user did.
 */
public final class WholePopulation {

    private static final Duration THREE_YEARS = Duration.ofDays(3 * 365);

    private final CountMatrix counts;
    private final byte[] segments;
    private final int[][] themeUsers;

    private WholePopulation(CountMatrix counts, byte[] segments, int[][] themeUsers) {
        this.counts = counts;
        this.segments = segments;
        this.themeUsers = themeUsers;
    }

    /** @param themes how many there are */
    static WholePopulation of(TrainedModel model, int themes) {
        byte[] segments = new byte[model.users().size()];
        int[][] themeUsers = new int[model.segments().k()][themes];
        for (int user = 0; user < segments.length; user++) {
            int segment = model.users().segment(user);
            segments[user] = (byte) segment;
            usedThemes(model, user).stream().forEach(theme -> themeUsers[segment][theme]++);
        }
        return new WholePopulation(model.users().counts(), segments, themeUsers);
    }

    private static BitSet usedThemes(TrainedModel model, int user) {
        InteractionTable uses = model.interactions();
        long oldest = model.provenance().asOf().minus(THREE_YEARS).toEpochSecond(ZoneOffset.UTC);
        BitSet used = new BitSet();
        for (int entry = uses.start(user); entry < uses.end(user); entry++) {
            int theme = model.catalogue().get(uses.content(entry)).theme();
            if (theme >= 0 && uses.lastSecond(entry) > oldest) {
                used.set(theme);
            }
        }
        return used;
    }

    /** The counts of behaviour, one row a user. */
    public CountMatrix counts() {
        return counts;
    }

    /** The segment of each row of {@link #counts()}. */
    public Assignments assignments() {
        return Assignments.of(segments, themeUsers.length);
    }

    /** How many users of a segment have used a content of a theme in the last three years. */
    public int themeUsers(int segment, int theme) {
        return themeUsers[segment][theme];
    }

    /** The mean of every column of {@link #counts()}. */
    public List<Double> means() {
        return IntStream.range(0, counts.columns().size()).mapToObj(this::mean).toList();
    }

    private double mean(int column) {
        long sum = 0;
        for (int row = 0; row < counts.rows(); row++) {
            sum += counts.get(row, column);
        }
        return (double) sum / counts.rows();
    }
}
