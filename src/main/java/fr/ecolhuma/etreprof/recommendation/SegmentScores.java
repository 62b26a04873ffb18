package fr.ecolhuma.etreprof.recommendation;

import fr.ecolhuma.etreprof.features.InteractionTable;
import fr.ecolhuma.etreprof.features.TaughtLevels;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The personal score of every content, in the mean over the users of a segment.
 *
 * <p>A personal score is a sum over the user's contents and of parts that many users share, so the sum over a segment is
 * taken content by content and not user by user: exact, and as cheap as a few lists.
 */
public final class SegmentScores {

    private final PersonalScores scores;
    private final UsageMatrix matrix;
    private final Audience audience;
    private final int contents;

    private SegmentScores(PersonalScores scores, UsageMatrix matrix, Audience audience) {
        this.scores = scores;
        this.matrix = matrix;
        this.audience = audience;
        this.contents = matrix.items();
    }

    /**
     * The mean scores of each segment, in id order: one a content, all 0 for a segment without users.
     *
     * @param catalogue every content
     * @param usage one a segment
     * @param learnt null in versions made before there was any
     * @param interactions users by contents
     * @param audience the same users
     */
    public static List<double[]> of(
            List<CatalogueItem> catalogue,
            List<SegmentUsage> usage,
            @Nullable LearntRecommender learnt,
            InteractionTable interactions,
            Audience audience) {
        PersonalScores scores = PersonalScores.of(new CatalogueFacts(catalogue), usage, learnt);
        UsageMatrix matrix = UsageMatrix.of(interactions, catalogue.size()).capped(Ease.MOST_ITEMS_A_USER);
        SegmentScores all = new SegmentScores(scores, matrix, audience);
        return IntStream.range(0, usage.size()).mapToObj(all::of).toList();
    }

    private double[] of(int segment) {
        int[] uses = new int[contents];
        Map<Integer, Integer> levels = new TreeMap<>();
        int users = 0;
        int personal = 0;
        for (int user = 0; user < matrix.users(); user++) {
            if (audience.segment(user) == segment) {
                users++;
                personal += scores.isPersonal(matrix.size(user)) ? 1 : 0;
                levels.merge(audience.levels(user).bits(), 1, Integer::sum);
                for (int entry = matrix.start(user); entry < matrix.end(user); entry++) {
                    uses[matrix.item(entry)]++;
                }
            }
        }
        double[] sums = new double[contents];
        for (int content = 0; content < contents; content++) {
            scores.addUses(content, uses[content], sums);
        }
        for (int content = 0; content < contents; content++) {
            sums[content] += personal * scores.use(content, true, segment)
                    + (users - personal) * scores.use(content, false, segment)
                    + misfits(content, levels)
                    + personal * scores.freshness(content, true)
                    + (users - personal) * scores.freshness(content, false);
        }
        int all = Math.max(1, users);
        return Arrays.stream(sums).map(sum -> sum / all).toArray();
    }

    private double misfits(int content, Map<Integer, Integer> usersByLevels) {
        double sum = 0;
        for (Map.Entry<Integer, Integer> levels : usersByLevels.entrySet()) {
            sum += levels.getValue() * scores.level(content, new TaughtLevels(levels.getKey()));
        }
        return sum;
    }
}
