package fr.ecolhuma.etreprof.recommendation.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.ecolhuma.etreprof.domain.TaughtLevels;
import fr.ecolhuma.etreprof.domain.TaughtLevels.Stage;
import fr.ecolhuma.etreprof.recommendation.list.Rung;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class PopularityTests {

    private static final TaughtLevels COLLEGE = TaughtLevels.of(EnumSet.of(Stage.COLLEGE));
    private static final TaughtLevels LYCEE = TaughtLevels.of(EnumSet.of(Stage.LYCEE));
    private static final TaughtLevels BOTH = TaughtLevels.of(EnumSet.of(Stage.COLLEGE, Stage.LYCEE));
    private static final TaughtLevels NURSERY = TaughtLevels.of(EnumSet.of(Stage.MATERNELLE));
    private static final TaughtLevels TRAINER = TaughtLevels.of(EnumSet.of(Stage.AUTRE));

    /**
     * Users 0 to 99 are of segment 0, the next hundred of segment 1; of each hundred the first sixty teach at collège, the
     * other forty at the lycée. Trainers and nursery teachers there are none.
     */
    private static final Audience AUDIENCE = new Audience() {
        @Override
        public int segments() {
            return 2;
        }

        @Override
        public int segment(int user) {
            return user / 100;
        }

        @Override
        public TaughtLevels levels(int user) {
            return user % 100 < 60 ? COLLEGE : LYCEE;
        }
    };

    /** Content 0 is used by all of segment 0, content 1 by its collège teachers, content 2 by everybody at a lycée. */
    private static UsageMatrix matrix() {
        UsagePairs pairs = new UsagePairs(false);
        for (int user = 0; user < 200; user++) {
            boolean college = user % 100 < 60;
            if (user < 100) {
                pairs.add(user, 0, 0);
            }
            if (user < 100 && college) {
                pairs.add(user, 1, 0);
            }
            if (!college) {
                pairs.add(user, 2, 0);
            }
        }
        return pairs.matrix(200, 3);
    }

    private final Popularity popularity = new Popularity(
            SegmentUsageFit.fit(matrix(), AUDIENCE::segment, 2, 0), LevelUsage.of(matrix(), AUDIENCE, 0));

    /** {@code e · (n + 5)² / (e + 5)²}, of the greatest one. */
    private static double score(double expected, double users) {
        double lift = (users + 5) / (expected + 5);
        return expected * lift * lift;
    }

    @Test
    void whoTeachesThereIsCountedAmongThose() {
        // at collège 60 of 120 are of segment 0: of contents 0 and 1 thirty uses are expected and sixty found
        assertThat(popularity.of(0, COLLEGE)).containsExactly(new double[] {1, 1, 0}, within(1e-12));
        // of segment 1 nobody uses them, so that nothing is above; the greatest is still 1
        assertThat(popularity.of(1, COLLEGE)).containsExactly(new double[] {1, 1, 0}, within(1e-12));
        // in all: half of each
        assertThat(popularity.of(-1, COLLEGE)).containsExactly(new double[] {1, 1, 0}, within(1e-12));
    }

    @Test
    void tooFewAtAStageAreCountedWithTheirSegment() {
        double[] segment = popularity.of(0, TaughtLevels.NONE);
        // 100 of 200 users: content 0 has 100 of 50 expected, content 1 60 of 30, content 2 40 of 40
        double best = score(50, 100);
        assertThat(segment)
                .containsExactly(new double[] {1, score(30, 60) / best, score(40, 40) / best}, within(1e-12));
        assertThat(popularity.of(0, LYCEE)).as("forty users").isEqualTo(segment);
        assertThat(popularity.of(0, BOTH)).as("collège tells").isEqualTo(popularity.of(0, COLLEGE));
        assertThat(popularity.of(0, NURSERY)).isEqualTo(segment);
        assertThat(popularity.of(0, TRAINER)).isEqualTo(segment);
    }

    @Test
    void severalStagesCountAlike() {
        // eighty teach at a lycée, which is enough without a segment
        assertThat(popularity.of(-1, BOTH)[1]).isCloseTo((1 + 0) / 2.0, within(1e-12));
        assertThat(popularity.of(1, -1, BOTH)).isCloseTo(0.5, within(1e-12));
        assertThat(popularity.of(-1, BOTH)[2])
                .isCloseTo((0 + popularity.of(-1, LYCEE)[2]) / 2, within(1e-12))
                .isPositive();
    }

    @Test
    void oneContentHasWhatItsRowSays() {
        for (int segment = -1; segment < 2; segment++) {
            for (TaughtLevels levels : List.of(TaughtLevels.NONE, COLLEGE, LYCEE, BOTH, NURSERY)) {
                for (int content = 0; content < 3; content++) {
                    assertThat(popularity.of(content, segment, levels))
                            .isCloseTo(popularity.of(segment, levels)[content], within(1e-12));
                }
            }
        }
    }

    @Test
    void theRungNamesTheLevelWhereItTells() {
        LevelUsage levels = LevelUsage.of(matrix(), AUDIENCE, 0);
        assertThat(levels.isCounted(COLLEGE, 0)).isTrue();
        assertThat(levels.isCounted(LYCEE, 0)).isFalse();
        assertThat(levels.isCounted(LYCEE, -1)).isTrue();
        assertThat(levels.isCounted(BOTH, 1)).isTrue();
        assertThat(levels.isCounted(TaughtLevels.NONE, 1)).isFalse();
        assertThat(Rung.shares(matrix(), AUDIENCE)).containsEntry("history", 140 / 200.0);
    }
}
