package fr.ecolhuma.etreprof.segmentation.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.ecolhuma.etreprof.tables.CountMatrix;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeatureSetTests {

    private static final CountMatrix BEHAVIOUR = CountMatrix.of(List.of("reads", "mails"), new int[] {1, 9, 3, 0});
    private static final CountMatrix TOPICS = CountMatrix.of(List.of("topic_0"), new int[] {5, 7});

    @Test
    void themesStandBehindBehaviour() {
        assertThat(FeatureSet.BEHAVIOUR.counts(BEHAVIOUR, TOPICS)).isSameAs(BEHAVIOUR);
        for (FeatureSet set : List.of(FeatureSet.THEMATIC, FeatureSet.BOTH)) {
            CountMatrix both = set.counts(BEHAVIOUR, TOPICS);
            assertThat(both.columns()).containsExactly("reads", "mails", "topic_0");
            assertThat(both.row(0)).containsExactly(1, 9, 5);
            assertThat(both.row(1)).containsExactly(3, 0, 7);
        }
    }

    /** Of two different values the lesser is scaled to -1 and the greater to 1. */
    @Test
    void byThemesAloneBehaviourCountsNextToNothing() {
        CountMatrix both = FeatureSet.THEMATIC.counts(BEHAVIOUR, TOPICS);
        double[] thematic =
                FeatureSet.THEMATIC.scaler(both, BEHAVIOUR.columns()).transform(both.row(0));
        assertThat(thematic).containsExactly(new double[] {-0.001, 0.001, -1}, within(1e-9));
        double[] alike = FeatureSet.BOTH.scaler(both, BEHAVIOUR.columns()).transform(both.row(0));
        assertThat(alike).containsExactly(new double[] {-1, 1, -1}, within(1e-9));
    }

    @Test
    void whatIsQuietCanStillBeRead() {
        CountMatrix both = FeatureSet.THEMATIC.counts(BEHAVIOUR, TOPICS);
        Scaler scaler = FeatureSet.THEMATIC.scaler(both, BEHAVIOUR.columns());
        double[] logs = scaler.unscale(scaler.transform(both.row(1)));
        assertThat(logs).containsExactly(new double[] {Math.log(4), 0, Math.log(8)}, within(1e-9));
    }
}
