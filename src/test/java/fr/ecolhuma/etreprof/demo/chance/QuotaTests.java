package fr.ecolhuma.etreprof.demo.chance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuotaTests {

    @Test
    void sharesAreProportionalAndAddUp() {
        Quota quota = new Quota(10, 5);

        assertThat(new int[] {quota.take(4), quota.take(3), quota.take(0), quota.take(3)})
                .containsExactly(2, 1, 0, 2);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 99, 100, 101, 12_345})
    void anyTargetIsReachedExactly(long target) {
        Quota quota = new Quota(100, target);

        assertThat(LongStream.range(0, 50).map(i -> quota.take(2)).sum()).isEqualTo(target);
    }
}
