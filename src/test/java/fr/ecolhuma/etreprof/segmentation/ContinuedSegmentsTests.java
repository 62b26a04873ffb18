package fr.ecolhuma.etreprof.segmentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import fr.ecolhuma.etreprof.segmentation.Segmentation.Previous;
import fr.ecolhuma.etreprof.segmentation.Segmentation.Result;
import fr.ecolhuma.etreprof.segmentation.Segmentation.Settings;
import fr.ecolhuma.etreprof.segmentation.model.FeatureSet;
import fr.ecolhuma.etreprof.segmentation.model.Scaler;
import fr.ecolhuma.etreprof.segmentation.model.SegmentModel;
import fr.ecolhuma.etreprof.tables.CountMatrix;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The search starts from the previous centroids too, and keeps to them unless another start is clearly better. */
class ContinuedSegmentsTests {

    private static final List<String> COLUMNS = List.of("nb_contenu", "nb_opened_mail");

    /** Four kinds of users, ten each, and one that lies a little off. */
    private static final CountMatrix FOUR_KINDS = CountMatrix.of(
            COLUMNS,
            IntStream.range(0, 41)
                    .flatMap(user -> user == 40
                            ? IntStream.of(30, 25)
                            : IntStream.of(user % 4 / 2 == 0 ? user / 4 % 2 : 20 + user / 4, user % 2 == 0 ? 0 : 30))
                    .toArray());

    private static final CountMatrix NO_TOPICS = CountMatrix.of(List.of("topic_0"), new int[FOUR_KINDS.rows()]);

    private static Result fit(double keep, Previous previous) {
        return Segmentation.fit(
                new Segmentation.Input(FOUR_KINDS, NO_TOPICS, row -> row),
                new Settings(4, 10, 42, 1, FeatureSet.BEHAVIOUR, keep),
                previous);
    }

    /** Two centroids share one kind and two kinds share one centroid: a search from here ends here. */
    private static SegmentModel poor() {
        Scaler scaler = Scaler.fit(FOUR_KINDS);
        return SegmentModel.of(COLUMNS, scaler, new double[][] {
            scaler.transform(new int[] {0, 15}), // between both kinds without contents
            scaler.transform(new int[] {29, 30}),
            scaler.transform(new int[] {21, 30}),
            scaler.transform(new int[] {25, 0})
        });
    }

    private static boolean same(Result one, Result other) {
        return one.model().isSame(other.model());
    }

    @Test
    void theSameUsersAgainGiveTheSameModelToTheLastBit() {
        for (CountMatrix counts : List.of(TestCounts.population(3_000, 11), TestCounts.population(2_000, 3))) {
            Result first = Segmentation.fit(counts, Settings.defaults(2), null);
            Result again = Segmentation.fit(counts, Settings.defaults(2), first.model());
            assertThat(same(again, first)).isTrue();
            assertThat(again.quality()).isEqualTo(first.quality());
            assertThat(again.continued()).as("the same without it").isFalse();
            assertThat(again.jump()).isNull();
        }
    }

    @Test
    void anotherStartThatIsClearlyBetterWinsAndIsReported() {
        Previous previous = new Previous(poor(), true);
        Result kept = fit(1, previous);
        Result fresh = fit(0, previous);
        double before = kept.quality().inertia();
        double after = fresh.quality().inertia();
        assertThat(after)
                .isLessThan(0.8 * before)
                .isCloseTo(fit(0, null).quality().inertia(), within(1e-9));
        assertThat(kept.jump()).isNull();
        assertThat(kept.continued()).isTrue();
        assertThat(fresh.jump())
                .isEqualTo(String.format(
                        Locale.ROOT,
                        "the segments do not continue the previous ones: found inertia %.1f from the previous centroids and %.1f from another start, %.2f %% less, expected at most 0.00 %% less; users may change segment, compare the figures of the segments with the previous ones",
                        before,
                        after,
                        100 * (1 - after / before)));
        // the limit is the share of the inertia that is won
        double won = 1 - after / before;
        assertThat(same(fit(won + 1e-6, previous), kept)).isTrue();
        assertThat(same(fit(won - 1e-6, previous), fresh)).isTrue();
    }

    @Test
    void previousCentroidsAreConvertedIntoTheNewScale() {
        SegmentModel model = fit(0.01, null).model();
        // the same places in a scale of other means and deviations
        Scaler other = Scaler.of(new double[] {1, -2}, new double[] {0.5, 4});
        SegmentModel elsewhere = SegmentModel.of(COLUMNS, other, model.centroidsBy(other));
        double[] log = {
            model.scaler().means()[0] + model.scaler().deviations()[0] * model.centroid(2)[0],
            model.scaler().means()[1] + model.scaler().deviations()[1] * model.centroid(2)[1]
        };
        assertThat(elsewhere.centroid(2))
                .containsExactly(new double[] {(log[0] - 1) / 0.5, (log[1] + 2) / 4}, within(1e-12));
        assertThat(elsewhere.centroidCounts(2)).containsExactly(model.centroidCounts(2), within(1e-9));
        // and the search from there ends where it was, even if nothing else is allowed to win
        Result continued = fit(1, new Previous(elsewhere, true));
        for (int id = 0; id < 4; id++) {
            assertThat(continued.model().centroid(id)).containsExactly(model.centroid(id), within(1e-12));
        }
    }

    @Test
    void otherFeaturesOrColumnsAreNoStart() {
        Result alone = fit(1, null);
        assertThat(fit(1, new Previous(poor(), false)).quality().inertia())
                .isCloseTo(alone.quality().inertia(), within(1e-9));
        SegmentModel columns =
                SegmentModel.of(List.of("nb_contenu", "nb_clicked_mail"), poor().scaler(), poor().centroids());
        Result other = fit(1, new Previous(columns, true));
        assertThat(same(other, alone)).isTrue();
        assertThat(other.continued()).isFalse();
        SegmentModel five = SegmentModel.of(
                COLUMNS,
                poor().scaler(),
                IntStream.range(0, 5).mapToObj(id -> poor().centroid(id % 4)).toArray(double[][]::new));
        assertThat(same(fit(1, new Previous(five, true)), alone)).isTrue();
    }

    @Test
    void aPreviousModelThatOnlyNamesTheSegmentsHasASay() {
        Result alone = fit(0.01, null);
        Result named = fit(0.01, new Previous(alone.model().reordered(List.of(2, 0, 3, 1)), true));
        assertThat(named.model().isSame(alone.model().reordered(List.of(2, 0, 3, 1))))
                .isTrue();
        assertThat(named.continued()).isTrue();
        // made again while it is the previous one, it is the same
        assertThat(same(fit(0.01, new Previous(named.model(), true)), named)).isTrue();
    }

    @Test
    void aShareThatIsNoneIsRefused() {
        for (double keep : new double[] {-0.01, 1.01, Double.NaN}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Settings(4, 10, 42, 1, FeatureSet.BEHAVIOUR, keep))
                    .withMessage("found keep = %s, expected 0 to 1", keep);
        }
    }
}
