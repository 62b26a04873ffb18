package fr.ecolhuma.etreprof.segmentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class UserSampleTests {

    private static Set<Long> sample(long[] ids) {
        return Arrays.stream(UserSample.rows(ids.length, 1_000, row -> ids[row]))
                .mapToObj(row -> ids[row])
                .collect(Collectors.toSet());
    }

    @Test
    void fewUsersAreAllTaken() {
        assertThat(UserSample.rows(3, 3, row -> row)).containsExactly(0, 1, 2);
    }

    @Test
    void oneUserMoreOrLessChangesOnePlaceAtMost() {
        long[] ids = LongStream.range(1, 5_001).toArray();
        Set<Long> all = sample(ids);
        assertThat(all).hasSize(1_000);
        for (int gone : List.of(0, 1, 2_500, 4_999)) {
            Set<Long> less =
                    sample(LongStream.of(ids).filter(id -> id != ids[gone]).toArray());
            assertThat(less).hasSize(1_000);
            less.removeAll(all);
            assertThat(less).as("newcomers when %d is gone", ids[gone]).hasSize(all.contains(ids[gone]) ? 1 : 0);
        }
    }

    @Test
    void idsInARowAreDrawnEvenly() {
        Set<Long> drawn = sample(LongStream.range(1, 10_001).toArray());
        // of each thousand ids a hundred are expected, give or take three deviations of 9.5
        for (long from = 1; from < 10_000; from += 1_000) {
            long first = from;
            assertThat(drawn.stream()
                            .filter(id -> id >= first && id < first + 1_000)
                            .count())
                    .isBetween(71L, 129L);
        }
    }
}
