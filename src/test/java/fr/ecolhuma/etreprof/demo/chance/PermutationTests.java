package fr.ecolhuma.etreprof.demo.chance;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ecolhuma.etreprof.demo.chance.Dice.Purpose;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PermutationTests {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 10, 4096, 10_007})
    void everyValueIsTakenOnce(long size) {
        Permutation permutation = Permutation.of(size, Dice.of(1, Purpose.IDS, 0));

        assertThat(LongStream.range(0, size).map(permutation::of).sorted())
                .containsExactlyElementsOf(LongStream.range(0, size).boxed().toList());
    }

    @Test
    void largestSizesDoNotOverflow() {
        Permutation permutation = Permutation.of(1_100_000_000L, Dice.of(1, Purpose.IDS, 0));

        assertThat(permutation.of(1_099_999_999L)).isBetween(0L, 1_099_999_999L);
        assertThat(permutation.of(1) - permutation.of(0)).isNotEqualTo(1);
    }
}
