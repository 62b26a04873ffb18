package fr.ecolhuma.etreprof.recommendation.judging;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ListQualityTests {

    private static final int USERS = 11;

    /** Lists of one item: the first users' lists are right, or the last ones'. */
    private static ListQuality quality(int from, int to) {
        ListQuality quality = new ListQuality(new RankingMeasures(1), new int[] {1}, USERS);
        for (int user = 0; user < USERS; user++) {
            quality.take(user, new boolean[] {user >= from && user < to}, 1);
        }
        return quality;
    }

    /** Of 11 users 6 gain and 5 lose: 1/11 = 0.09 in the mean, with a standard error of √(11 - 1/11) / 11 = 0.30. */
    @Test
    void aGainWithinHalfAStandardErrorIsNotSure() {
        ListQuality before = quality(0, 5);
        ListQuality after = quality(5, 11);

        assertThat(after.isNowhereBelow(before)).isTrue();
        assertThat(after.isSurelyNowhereBelow(before)).isFalse();
    }

    /** 8 gain and 3 lose: 5/11 = 0.45, with a standard error of √(11 - 25/11) / 11 = 0.27. */
    @Test
    void aGainAboveHalfAStandardErrorIsSure() {
        assertThat(quality(3, 11).isSurelyNowhereBelow(quality(0, 3))).isTrue();
    }

    @Test
    void whatIsTheSameForEveryUserIsNotBelow() {
        assertThat(quality(2, 6).isSurelyNowhereBelow(quality(2, 6))).isTrue();
    }
}
