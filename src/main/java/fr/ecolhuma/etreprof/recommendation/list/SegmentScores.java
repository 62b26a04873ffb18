package fr.ecolhuma.etreprof.recommendation.list;

import fr.ecolhuma.etreprof.domain.CatalogueItem;
import fr.ecolhuma.etreprof.domain.TaughtLevels;
import fr.ecolhuma.etreprof.recommendation.item.Ease;
import fr.ecolhuma.etreprof.recommendation.usage.Audience;
import fr.ecolhuma.etreprof.recommendation.usage.LevelUsage;
import fr.ecolhuma.etreprof.recommendation.usage.Popularity;
import fr.ecolhuma.etreprof.recommendation.usage.SegmentUsage;
import fr.ecolhuma.etreprof.recommendation.usage.UsageMatrix;
import fr.ecolhuma.etreprof.tables.InteractionTable;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The personal score of every content, in the mean over the users of a segment.
 *
 * <p>A personal score is a sum over the user's contents and over parts that many users share. So the sum over a segment
 * is taken by content and not by user: it is exact, and as cheap as a few lists.
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
     * The mean scores of each segment, in id order: one per content, all 0 for a segment without users.
     *
     * @param catalogue every content
     * @param usage one per segment
     * @param levels the use of the same contents at each stage
     * @param learnt the base of personal lists
     * @param interactions users by contents
     * @param audience the same users
     */
    public static List<double[]> of(
            List<CatalogueItem> catalogue,
            List<SegmentUsage> usage,
            LevelUsage levels,
            LearntRecommender learnt,
            InteractionTable interactions,
            Audience audience) {
        PersonalScores scores =
                new PersonalScores(new CatalogueFacts(catalogue), new Popularity(usage, levels), learnt);
        UsageMatrix matrix = UsageMatrix.of(interactions, catalogue.size()).capped(Ease.MOST_ITEMS_A_USER);
        SegmentScores all = new SegmentScores(scores, matrix, audience);
        return IntStream.range(0, usage.size()).mapToObj(all::of).toList();
    }

    /** The users of a segment who teach at the same stages. */
    private static final class Group {

        private int personal;
        private int others;
    }

    private double[] of(int segment) {
        int[] uses = new int[contents];
        Map<Integer, Group> groups = new TreeMap<>();
        for (int user = 0; user < matrix.users(); user++) {
            if (audience.segment(user) == segment) {
                Group group = groups.computeIfAbsent(audience.levels(user).bits(), bits -> new Group());
                if (scores.isPersonal(matrix.size(user))) {
                    group.personal++;
                } else {
                    group.others++;
                }
                for (int entry = matrix.start(user); entry < matrix.end(user); entry++) {
                    uses[matrix.item(entry)]++;
                }
            }
        }
        double[] sums = new double[contents];
        for (int content = 0; content < contents; content++) {
            scores.addUses(content, uses[content], sums);
        }
        groups.forEach((bits, group) -> add(group, segment, new TaughtLevels(bits), sums));
        int all = Math.max(
                1,
                groups.values().stream()
                        .mapToInt(group -> group.personal + group.others)
                        .sum());
        return Arrays.stream(sums).map(sum -> sum / all).toArray();
    }

    /** Adds the part that all users of a group share, times the number of users. */
    private void add(Group group, int segment, TaughtLevels levels, double[] sums) {
        double[] popularity = scores.popularity(segment, levels);
        double weight =
                group.personal * scores.useWeight(true, segment) + group.others * scores.useWeight(false, segment);
        for (int content = 0; content < contents; content++) {
            sums[content] += weight * popularity[content]
                    + (group.personal + group.others) * scores.level(content, levels)
                    + group.personal * scores.freshness(content, true)
                    + group.others * scores.freshness(content, false);
        }
    }
}
