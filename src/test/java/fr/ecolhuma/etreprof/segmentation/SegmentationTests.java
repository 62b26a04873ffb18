package fr.ecolhuma.etreprof.segmentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import fr.ecolhuma.etreprof.segmentation.Segmentation.Result;
import fr.ecolhuma.etreprof.segmentation.Segmentation.Settings;
import fr.ecolhuma.etreprof.segmentation.model.SegmentModel;
import fr.ecolhuma.etreprof.segmentation.model.SegmentationException;
import fr.ecolhuma.etreprof.segmentation.model.Vectors;
import fr.ecolhuma.etreprof.segmentation.persona.UseLevels;
import fr.ecolhuma.etreprof.tables.CountMatrix;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SegmentationTests {

    private static final CountMatrix COUNTS = TestCounts.population(3_000, 11);
    private static final Result RESULT = Segmentation.fit(COUNTS, Settings.defaults(2), null);

    private static double[][] centroids(Result result) {
        return IntStream.range(0, 4).mapToObj(result.model()::centroid).toArray(double[][]::new);
    }

    private static int[] segments(Result result) {
        return IntStream.range(0, result.assignments().size())
                .map(result::segment)
                .toArray();
    }

    @Test
    void labelsAreWhatTheModelSays() {
        int[] asked = IntStream.range(0, COUNTS.rows())
                .map(row -> RESULT.model().segmentOf(COUNTS.row(row)))
                .toArray();
        assertThat(segments(RESULT)).isEqualTo(asked);
    }

    @Test
    void segmentsMeanWhatTheirPersonasSay() {
        double[][] levels = UseLevels.of(RESULT.model());
        assertThat(levels[1][1]).as("mail of Email Specialists").isEqualTo(1);
        assertThat(levels[2][0]).as("content of Super Users").isEqualTo(1);
        assertThat(levels[3]).as("Inactive Users").containsExactly(new double[] {0, 0}, within(0.1));
        assertThat(RESULT.warnings()).isEmpty();
    }

    @Test
    void theNumberOfThreadsMakesNoDifference() {
        Result one = Segmentation.fit(COUNTS, Settings.defaults(1), null);
        assertThat(centroids(one)).isDeepEqualTo(centroids(RESULT));
        assertThat(segments(one)).isEqualTo(segments(RESULT));
        assertThat(one.quality()).isEqualTo(RESULT.quality());
    }

    @Test
    void theOrderOfUsersChangesNeitherCentroidsNorLabels() {
        Result reversed = Segmentation.fit(TestCounts.reversed(COUNTS), Settings.defaults(2), null);
        assertThat(centroids(reversed)).isDeepEqualTo(centroids(RESULT));
        int last = COUNTS.rows() - 1;
        assertThat(IntStream.rangeClosed(0, last)
                        .map(row -> reversed.segment(last - row))
                        .toArray())
                .containsExactly(segments(RESULT));
    }

    @Test
    void idsFollowThePreviousModel() {
        SegmentModel previous = RESULT.model().reordered(List.of(2, 0, 3, 1));
        Result next = Segmentation.fit(TestCounts.population(3_000, 12), new Settings(4, 5, 7, 2), previous);
        assertThat(next.warnings()).isEmpty();
        for (int id = 0; id < 4; id++) {
            assertThat(Vectors.distance(next.model().centroid(id), previous.centroid(id)))
                    .as("move of segment %d", id)
                    .isLessThan(0.3);
        }
    }

    @Test
    void qualityIsThatOfTheLabels() {
        assertThat(RESULT.quality().sizes()).isEqualTo(RESULT.assignments().counts());
        double inertia = 0;
        for (int row = 0; row < COUNTS.rows(); row++) {
            double own = RESULT.model().distances(COUNTS.row(row))[RESULT.segment(row)];
            inertia += own * own;
        }
        assertThat(RESULT.quality().inertia()).isCloseTo(inertia, within(1e-9 * inertia));
        assertThat(RESULT.quality().silhouette()).isBetween(0.1, 0.9);
    }

    @Test
    void aConstantColumnChangesNothing() {
        List<String> columns = List.of("nb_contenu", "nb_vote", "nb_opened_mail");
        CountMatrix counts = TestCounts.of(
                columns, new int[] {0, 1, 0}, new int[] {9, 1, 9}, new int[] {1, 1, 30}, new int[] {60, 1, 20});
        Result result = Segmentation.fit(counts, Settings.defaults(1), null);
        assertThat(result.quality().inertia()).isZero();
        assertThat(result.model().centroid(0)[1]).isZero();
        assertThat(result.model().centroidCounts(0)).containsExactly(new double[] {9, 1, 9}, within(1e-9));
        assertThat(segments(result)).containsExactly(3, 0, 1, 2);
    }

    @Test
    void fewerUsersThanSegmentsAreRefused() {
        CountMatrix three = TestCounts.of(List.of("a"), new int[] {1}, new int[] {2}, new int[] {3});
        assertThatThrownBy(() -> Segmentation.fit(three, Settings.defaults(1), null))
                .isInstanceOf(SegmentationException.class)
                .hasMessage("found 3 users, expected at least 4, one per segment; give an export with more users");
    }

    @Test
    void fewerDifferentUsersThanSegmentsAreRefused() {
        CountMatrix alike = CountMatrix.of(List.of("a"), new int[] {1, 2, 3, 1, 2, 3});
        assertThatThrownBy(() -> Segmentation.fit(alike, Settings.defaults(1), null))
                .isInstanceOf(SegmentationException.class)
                .hasMessageStartingWith("found 6 users but only 3 different sets of counts, expected 4;");
    }

    @Test
    void impossibleSettingsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Settings(5, 10, 42, 1))
                .withMessage("found k = 5, expected 4: one segment per persona");
        assertThatIllegalArgumentException().isThrownBy(() -> new Settings(4, 0, 42, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Settings(4, 10, 42, 0));
    }
}
