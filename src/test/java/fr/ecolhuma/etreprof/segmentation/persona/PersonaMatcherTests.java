package fr.ecolhuma.etreprof.segmentation.persona;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import fr.ecolhuma.etreprof.segmentation.model.Scaler;
import fr.ecolhuma.etreprof.segmentation.model.SegmentModel;
import fr.ecolhuma.etreprof.segmentation.persona.PersonaMatcher.Match;
import java.util.List;
import org.junit.jupiter.api.Test;

class PersonaMatcherTests {

    private static final List<String> COLUMNS = List.of("total_interactions_x", "nb_opened_mail");
    private static final Scaler UNIT = Scaler.of(new double[] {0, 0}, new double[] {1, 1});

    private final PersonaMatcher matcher = new PersonaMatcher(Personas.shipped());

    private static SegmentModel model(double[]... centroids) {
        return SegmentModel.of(COLUMNS, UNIT, centroids);
    }

    private static double[] at(double content, double mail) {
        return new double[] {content, mail};
    }

    @Test
    void theFirstTimeClustersFollowThePrototypes() {
        // a tenth of each is the prototype of Inactive, Super, Email, Balanced
        Match match = matcher.match(model(at(0, 0), at(10, 8), at(2, 10), at(6, 5)), null);
        assertThat(match.clusters()).containsExactly(3, 2, 1, 0);
        assertThat(match.warnings()).isEmpty();
    }

    @Test
    void useIsTheMeanOverTheColumnsOfItsKindAndOthersAreIgnored() {
        List<String> columns =
                List.of("nb_contenu", "nb_cps", "nb_opened_mail", "nb_clicked_mail", "nb_guide_pratique");
        Scaler unit = Scaler.of(new double[5], new double[] {1, 1, 1, 1, 1});
        double[][] centroids = {{-1, 50, 3, 1, 1}, {4, 0, 9, 11, 0}, {20, 0, 8, 8, 0}, {12, 0, 4, 6, 0}};
        double[][] levels = UseLevels.of(SegmentModel.of(columns, unit, centroids));
        // contents 0, 2, 10, 6; mails 2, 10, 8, 5
        assertThat(levels).isDeepEqualTo(new double[][] {{0, 0}, {0.2, 1}, {1, 0.75}, {0.6, 0.375}});
    }

    @Test
    void aDoubtfulResemblanceIsAWarning() {
        // levels (0, 0) (.3, .3) (.6, .7) (1, 1): the least total is .13 + .25 + .04 + 0, the next .04 + .50 + .04 + 0;
        // (.3, .3) is .36 from Balanced and .42 from Inactive, (.6, .7) is .50 from Email and .20 from Balanced
        Match match = matcher.match(model(at(0, 0), at(3, 3), at(6, 7), at(10, 10)), null);
        assertThat(match.clusters()).containsExactly(1, 2, 3, 0);
        assertThat(match.warnings())
                .satisfiesExactly(
                        first -> assertThat(first)
                                .contains("segment 0 (Balanced Users)", "0.36 from it", "0.42 from Inactive Users"),
                        second -> assertThat(second)
                                .contains("segment 1 (Email Specialists)", "0.50 from it", "0.20 from Balanced Users"));
    }

    @Test
    void laterClustersFollowThePreviousCentroidsInTheirSpace() {
        SegmentModel previous = model(at(0, 0), at(10, 0), at(0, 10), at(10, 10));
        // in logarithms the new ones are (1, 9), (1, 2), (9, 10), (11, 2): near the previous 2, 0, 3, 1
        Scaler scaler = Scaler.of(new double[] {1, 2}, new double[] {2, 4});
        SegmentModel candidate =
                SegmentModel.of(COLUMNS, scaler, new double[][] {at(0, 1.75), at(0, 0), at(4, 2), at(5, 0)});
        Match match = matcher.match(candidate, previous);
        assertThat(match.clusters()).containsExactly(1, 3, 0, 2);
        assertThat(match.warnings()).isEmpty();
    }

    @Test
    void permutedCentroidsGetTheirIdsBack() {
        SegmentModel previous = model(at(1, 7), at(5, 2), at(0, 0), at(8, 9));
        Match match = matcher.match(previous.reordered(List.of(2, 3, 1, 0)), previous);
        assertThat(match.clusters()).containsExactly(3, 2, 0, 1);
        assertThat(match.warnings()).isEmpty();
    }

    @Test
    void aClusterHalfwayBetweenTwoPreviousOnesIsAWarning() {
        SegmentModel previous = model(at(0, 0), at(10, 0), at(0, 10), at(10, 10));
        Match match = matcher.match(model(at(0, 0), at(10, 5), at(0, 10), at(10, 10)), previous);
        assertThat(match.clusters()).containsExactly(0, 1, 2, 3);
        assertThat(match.warnings()).singleElement().asString().contains("segment 1", "5.00 from Inactive Users");
    }

    @Test
    void aPreviousModelOfOtherColumnsIsSetAsideWithAWarning() {
        SegmentModel previous = SegmentModel.of(
                List.of("total_interactions_x"), Scaler.of(new double[1], new double[1]), new double[4][1]);
        Match match = matcher.match(model(at(0, 0), at(10, 8), at(2, 10), at(6, 5)), previous);
        assertThat(match.clusters()).containsExactly(3, 2, 1, 0);
        assertThat(match.warnings()).singleElement().asString().contains("other columns");
    }

    @Test
    void columnsWithoutAnyMailAreRefused() {
        SegmentModel model =
                SegmentModel.of(List.of("nb_contenu"), Scaler.of(new double[1], new double[1]), new double[4][1]);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> matcher.match(model, null))
                .withMessageContaining("expected at least one of [nb_opened_mail, nb_clicked_mail]");
    }
}
