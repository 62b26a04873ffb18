package fr.ecolhuma.etreprof.recommendation.usage;

import fr.ecolhuma.etreprof.tables.InteractionTable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;

/** Computes {@link SegmentUsage} from uses. */
public final class SegmentUsageFit {

    /** The age at which a use has half its weight. */
    static final Duration HALF_LIFE = Duration.ofDays(180);

    /** The prior weight, in users, of the belief that a segment uses a content like all users do. */
    static final double PRIOR = 5;

    private final int segments;
    private final int contents;
    private final int[] sizes;
    private final int[] users;
    private final double[] weights;

    private SegmentUsageFit(int segments, int contents) {
        this.segments = segments;
        this.contents = contents;
        sizes = new int[segments];
        users = new int[segments * contents];
        weights = new double[segments * contents];
    }

    /**
     * Counts and scores every content for every segment.
     *
     * @param interactions users by contents
     * @param segmentOf the segment of a user row, 0 to {@code segments - 1}; -1 for users who do not count
     * @param contents the number of contents in the catalogue
     * @param asOfSecond the instant at which ages are measured, in seconds since 1970 UTC
     */
    public static List<SegmentUsage> fit(
            InteractionTable interactions, IntUnaryOperator segmentOf, int segments, int contents, long asOfSecond) {
        return fit(UsageMatrix.of(interactions, contents), segmentOf, segments, asOfSecond);
    }

    public static List<SegmentUsage> fit(
            UsageMatrix matrix, IntUnaryOperator segmentOf, int segments, long asOfSecond) {
        SegmentUsageFit fit = new SegmentUsageFit(segments, matrix.items());
        for (int user = 0; user < matrix.users(); user++) {
            int segment = segmentOf.applyAsInt(user);
            if (segment >= 0) {
                fit.count(matrix, user, segment, asOfSecond);
            }
        }
        return fit.usage();
    }

    private void count(UsageMatrix matrix, int user, int segment, long asOfSecond) {
        sizes[segment]++;
        for (int entry = matrix.start(user); entry < matrix.end(user); entry++) {
            int cell = segment * contents + matrix.item(entry);
            double age = Math.max(0, asOfSecond - matrix.time(entry));
            users[cell]++;
            weights[cell] += StrictMath.pow(2, -age / HALF_LIFE.toSeconds());
        }
    }

    private List<SegmentUsage> usage() {
        int population = 0;
        for (int size : sizes) {
            population += size;
        }
        List<SegmentUsage> all = new ArrayList<>();
        for (int segment = 0; segment < segments; segment++) {
            all.add(new SegmentUsage(sizes[segment], population, entries(segment, population)));
        }
        return List.copyOf(all);
    }

    private List<SegmentUsage.Entry> entries(int segment, int population) {
        double[] scores = new double[contents];
        double best = 0;
        for (int content = 0; content < contents; content++) {
            double expected = sum(weights, content) * sizes[segment] / population;
            double lift = (weights[segment * contents + content] + PRIOR) / (expected + PRIOR);
            scores[content] = expected * lift * lift;
            best = Math.max(best, scores[content]);
        }
        List<SegmentUsage.Entry> entries = new ArrayList<>();
        for (int content = 0; content < contents; content++) {
            double score = best == 0 ? 0 : scores[content] / best;
            entries.add(new SegmentUsage.Entry(users[segment * contents + content], sum(users, content), score));
        }
        return entries;
    }

    private double sum(double[] cells, int content) {
        double sum = 0;
        for (int segment = 0; segment < segments; segment++) {
            sum += cells[segment * contents + content];
        }
        return sum;
    }

    private int sum(int[] cells, int content) {
        int sum = 0;
        for (int segment = 0; segment < segments; segment++) {
            sum += cells[segment * contents + content];
        }
        return sum;
    }
}
