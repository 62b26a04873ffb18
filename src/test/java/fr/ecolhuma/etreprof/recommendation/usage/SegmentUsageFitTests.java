package fr.ecolhuma.etreprof.recommendation.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.ecolhuma.etreprof.tables.InteractionTable;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SegmentUsageFitTests {

    private static final long NOW = 2_000_000_000L;
    private static final long HALF_LIFE = Duration.ofDays(180).toSeconds();

    /**
     * Users 0 and 1 are segment 0, users 2 and 3 segment 1. Content 0 is used now by users 0, 1 and 2; content 1 by
     * user 2, two half-lives ago (weight 1/4), and by user 3 now; content 2 by nobody.
     */
    private static final InteractionTable TABLE = InteractionTable.of(
            new int[] {0, 1, 2, 4, 5}, new int[] {0, 0, 0, 1, 1}, new int[] {1, 7, 1, 1, 1}, new long[] {
                NOW, NOW, NOW, NOW - 2 * HALF_LIFE, NOW
            });

    private static final List<SegmentUsage> USAGE = SegmentUsageFit.fit(TABLE, user -> user < 2 ? 0 : 1, 2, 3, NOW);

    @Test
    void usersAreCountedOnceAContentHoweverOftenTheyUsedIt() {
        assertThat(USAGE).extracting(SegmentUsage::users).containsExactly(2, 2);
        assertThat(USAGE).extracting(SegmentUsage::population).containsExactly(4, 4);
        assertThat(USAGE.get(0).entries())
                .extracting(SegmentUsage.Entry::segmentUsers)
                .containsExactly(2, 0, 0);
        assertThat(USAGE.get(1).entries())
                .extracting(SegmentUsage.Entry::segmentUsers)
                .containsExactly(1, 2, 0);
        assertThat(USAGE.get(0).entries())
                .extracting(SegmentUsage.Entry::allUsers)
                .containsExactly(3, 2, 0);
        assertThat(USAGE.get(0).segmentShare(0)).isEqualTo(1);
        assertThat(USAGE.get(1).segmentShare(0)).isEqualTo(0.5);
        assertThat(USAGE.get(1).populationShare(0)).isEqualTo(0.75);
    }

    @Test
    void scoresAreTheExpectedUseTimesTheSquaredLift() {
        // Each segment has half of the users. Content 0 weighs 3 in all, so that 1.5 is expected of each segment;
        // content 1 weighs 1/4 + 1 = 1.25, so that 0.625 is expected. The prior weighs 5.
        //   segment 0, content 0: lift (2 + 5) / (1.5 + 5)      = 14/13,  score 1.5 · (14/13)²    = 1.739645
        //   segment 0, content 1: lift (0 + 5) / (0.625 + 5)    = 8/9,    score 0.625 · (8/9)²    = 0.493827
        //   segment 1, content 0: lift (1 + 5) / (1.5 + 5)      = 12/13,  score 1.5 · (12/13)²    = 1.278107
        //   segment 1, content 1: lift (1.25 + 5) / (0.625 + 5) = 10/9,   score 0.625 · (10/9)²   = 0.771605
        // The best of each segment is content 0, by which all are divided: 0.283867 and 0.603709.
        assertThat(scores(0)).containsExactly(new double[] {1, 0.283867, 0}, within(1e-6));
        assertThat(scores(1)).containsExactly(new double[] {1, 0.603709, 0}, within(1e-6));
    }

    private static double[] scores(int segment) {
        return USAGE.get(segment).entries().stream()
                .mapToDouble(SegmentUsage.Entry::score)
                .toArray();
    }

    @Test
    void aUseAfterTheInstantWeighsNoMoreThanOneAtIt() {
        InteractionTable later = InteractionTable.of(
                new int[] {0, 2}, new int[] {0, 1}, new int[] {1, 1}, new long[] {NOW, NOW + 9_999});
        List<SegmentUsage> usage = SegmentUsageFit.fit(later, user -> 0, 1, 2, NOW);
        assertThat(usage.getFirst().entries())
                .extracting(SegmentUsage.Entry::score)
                .containsExactly(1.0, 1.0);
    }

    @Test
    void withoutAnyUseAllScoresAreZero() {
        InteractionTable none = InteractionTable.of(new int[3], new int[0], new int[0], new long[0]);
        List<SegmentUsage> usage = SegmentUsageFit.fit(none, user -> 0, 2, 2, NOW);
        assertThat(usage.get(0).entries()).containsOnly(new SegmentUsage.Entry(0, 0, 0));
        assertThat(usage.get(1).users()).as("an empty segment").isZero();
        assertThat(usage.get(1).segmentShare(1)).isZero();
    }

    @Test
    void theEmptySegmentOfAUsedPlatformHasScoresOfZero() {
        List<SegmentUsage> usage = SegmentUsageFit.fit(TABLE, user -> 0, 2, 3, NOW);
        assertThat(usage.get(1).entries()).extracting(SegmentUsage.Entry::score).containsOnly(0.0);
    }

    @Test
    void aContentThatFewHaveUsedDoesNotBeatOneThatManyHave() {
        // 200 users in two halves: 40 of the first and 20 of the second used content 0, a single one of the first used
        // content 1, the only one at all: raw shares of 1.3 and 2 times the population's
        InteractionTable table = InteractionTable.of(
                IntStream.rangeClosed(0, 200).map(SegmentUsageFitTests::startOf).toArray(),
                IntStream.range(0, 61).map(entry -> entry == 40 ? 1 : 0).toArray(),
                IntStream.range(0, 61).map(entry -> 1).toArray(),
                IntStream.range(0, 61).mapToLong(entry -> NOW).toArray());
        SegmentUsage first = SegmentUsageFit.fit(table, user -> user < 100 ? 0 : 1, 2, 2, NOW)
                .getFirst();
        assertThat(first.entries().get(0)).isEqualTo(new SegmentUsage.Entry(40, 60, 1));
        assertThat(first.entries().get(1).segmentUsers()).isEqualTo(1);
        assertThat(first.entries().get(1).score()).isLessThan(0.1);
    }

    /** Users 0 to 40 and 100 to 119 have one entry each. */
    private static int startOf(int user) {
        return Math.min(user, 41) + Math.clamp(user - 100, 0, 20);
    }
}
