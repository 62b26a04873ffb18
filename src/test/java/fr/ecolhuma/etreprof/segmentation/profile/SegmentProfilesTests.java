package fr.ecolhuma.etreprof.segmentation.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;

import fr.ecolhuma.etreprof.domain.TaughtLevels;
import fr.ecolhuma.etreprof.domain.TaughtLevels.Stage;
import fr.ecolhuma.etreprof.segmentation.Assignments;
import fr.ecolhuma.etreprof.segmentation.TestCounts;
import fr.ecolhuma.etreprof.tables.CountMatrix;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SegmentProfilesTests {

    // all events 3, 7, 1, 3; mails 3, 0, 1, 0
    private static final CountMatrix COUNTS = TestCounts.of(
            List.of("total_interactions_x", "nb_opened_mail", "nb_clicked_mail"),
            new int[] {0, 2, 1},
            new int[] {7, 0, 0},
            new int[] {0, 1, 0},
            new int[] {3, 0, 0});
    private static final List<ProfiledUser> USERS = List.of(
            user(null, 0, Stage.MATERNELLE, Stage.ELEMENTAIRE),
            user(10, 3, Stage.COLLEGE),
            user(null, 1, Stage.ELEMENTAIRE),
            user(15, 2));

    private static ProfiledUser user(@Nullable Integer anciennete, int topicCount, Stage... stages) {
        return new ProfiledUser(anciennete, TaughtLevels.of(Set.of(stages)), topicCount);
    }

    private static List<SegmentProfile> profiles(int k, int... segments) {
        byte[] bytes = new byte[segments.length];
        for (int i = 0; i < segments.length; i++) {
            bytes[i] = (byte) segments[i];
        }
        return SegmentProfiles.of(COUNTS, USERS, Assignments.of(bytes, k));
    }

    @Test
    void meansAreThoseOfTheSegmentsUsers() {
        List<SegmentProfile> profiles = profiles(2, 0, 1, 0, 1);
        assertThat(profiles).extracting(SegmentProfile::size).containsExactly(2, 2);
        assertThat(profiles).extracting(SegmentProfile::percentage).containsExactly(50.0, 50.0);
        assertThat(profiles.get(0).means())
                .containsExactly(
                        entry("total_interactions_x", 0.0),
                        entry("nb_opened_mail", 1.5),
                        entry("nb_clicked_mail", 0.5));
        assertThat(profiles.get(1).means()).containsEntry("total_interactions_x", 5.0);
        assertThat(profiles.get(1).anciennete()).isEqualTo(12.5);
        assertThat(profiles.get(1).topicCount()).isEqualTo(2.5);
    }

    @Test
    void levelsAreMeansOnALogarithmicScale() {
        // ln(1 + x) in units of ln 2, by row: events 2, 3, 1, 2 of 3; mails 2, 0, 1, 0 of 2; contents 0, 3, 0, 2 of 3
        List<SegmentProfile> profiles = profiles(2, 0, 1, 0, 1);
        assertThat(profiles).extracting(SegmentProfile::activityLevel).containsExactly(1.0, 1.67);
        assertThat(profiles).extracting(SegmentProfile::emailEngagement).containsExactly(1.5, 0.0);
        assertThat(profiles).extracting(SegmentProfile::contentUsage).containsExactly(0.0, 1.67);
    }

    @Test
    void unknownYearsAndTaughtStagesAreTold() {
        SegmentProfile profile = profiles(2, 0, 1, 0, 1).getFirst();
        assertThat(profile.anciennete()).isNull();
        assertThat(profile.usersByStage())
                .containsExactly(
                        entry(Stage.MATERNELLE, 1),
                        entry(Stage.ELEMENTAIRE, 2),
                        entry(Stage.COLLEGE, 0),
                        entry(Stage.LYCEE, 0),
                        entry(Stage.LYCEE_PRO, 0),
                        entry(Stage.AUTRE, 0));
    }

    @Test
    void figuresAreRounded() {
        SegmentProfile profile = profiles(2, 0, 0, 1, 0).getFirst();
        assertThat(profile.means()).containsEntry("total_interactions_x", 3.33); // 10 / 3
        assertThat(profile.topicCount()).isEqualTo(1.67); // 5 / 3
        assertThat(profile.percentage()).isEqualTo(75.0);
    }

    @Test
    void anEmptySegmentIsAllZero() {
        SegmentProfile empty = profiles(2, 0, 0, 0, 0).get(1);
        assertThat(empty.size()).isZero();
        assertThat(empty.percentage()).isZero();
        assertThat(empty.means().values()).containsOnly(0.0);
        assertThat(empty.activityLevel()).isZero();
        assertThat(empty.anciennete()).isNull();
    }

    @Test
    void rowsThatDoNotGoTogetherAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SegmentProfiles.of(COUNTS, USERS.subList(0, 3), Assignments.of(new byte[4], 1)))
                .withMessageContaining("found 4 rows of counts, 3 users and 4 assignments");
    }
}
