package fr.ecolhuma.etreprof.api.served;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ecolhuma.etreprof.TestData;
import fr.ecolhuma.etreprof.snapshot.model.Snapshot;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PerSnapshotTests {

    private static final Snapshot ONE = TestData.snapshot();
    private static final Snapshot TWO = Snapshot.of(ONE.version(), ONE.model());

    private final AtomicInteger computed = new AtomicInteger();

    @Test
    void aValueIsComputedOnceASnapshotEvenWhenTheVersionIsTheSame() {
        PerSnapshot<Integer> value = new PerSnapshot<>(snapshot -> computed.incrementAndGet());
        assertThat(value.of(ONE)).isEqualTo(1);
        assertThat(value.of(ONE)).isEqualTo(1);
        assertThat(value.of(TWO)).isEqualTo(2);
        assertThat(value.of(ONE)).isEqualTo(3);
    }

    @Test
    void aFailureReachesItsRequestAloneAndTheNextRequestComputesAgain() {
        PerSnapshot<String> value = new PerSnapshot<>(snapshot -> {
            if (computed.incrementAndGet() == 1) {
                throw new IllegalStateException("the first time");
            }
            return "whole";
        });
        assertThatThrownBy(() -> value.of(ONE)).hasMessage("the first time");
        assertThat(value.of(ONE)).isEqualTo("whole");
        assertThat(value.of(ONE)).isEqualTo("whole");
        assertThat(computed).hasValue(2);
    }
}
