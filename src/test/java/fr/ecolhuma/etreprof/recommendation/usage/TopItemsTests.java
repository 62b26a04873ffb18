package fr.ecolhuma.etreprof.recommendation.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TopItemsTests {

    @Test
    void theBestComeFirstAndOfEqualsTheLower() {
        double[] scores = {1, 3, 2, 3, 2, 2};

        assertThat(TopItems.best(scores, 4)).containsExactly(1, 3, 2, 4);
        assertThat(TopItems.best(scores, 99)).containsExactly(1, 3, 2, 4, 5, 0);
        assertThat(TopItems.best(scores, 0)).isEmpty();
    }

    @Test
    void whatIsKeptOutNeverStandsOnAList() {
        double out = Double.NEGATIVE_INFINITY;

        assertThat(TopItems.best(new double[] {out, -5, out}, 2)).containsExactly(1);
        assertThat(TopItems.best(new double[] {out, out}, 2)).isEmpty();
        assertThat(TopItems.best(new double[0], 2)).isEmpty();
    }

    @Test
    void itAgreesWithSorting() {
        Random random = new Random(1);
        for (int run = 0; run < 200; run++) {
            double[] scores = random.ints(50, 0, 20).asDoubleStream().toArray();
            int most = random.nextInt(60);
            int[] sorted = sorted(scores, most);

            assertThat(TopItems.best(scores, most)).isEqualTo(sorted);
            for (int place = 0; place < sorted.length; place++) {
                assertThat(TopItems.rankOf(sorted[place], scores)).isEqualTo(place);
            }
        }
    }

    @Test
    void veryManyScoresGiveTheSameWhateverTheSampleTells() {
        Random random = new Random(2);
        for (int run = 0; run < 100; run++) {
            int kinds = 1 + random.nextInt(2_000);
            double[] scores = random.ints(2_000 + random.nextInt(20), 0, kinds)
                    .asDoubleStream()
                    .map(score -> score < kinds / 3 ? Double.NEGATIVE_INFINITY : score)
                    .toArray();
            for (int most : new int[] {0, 1, 10, 100, 200}) {
                assertThat(TopItems.best(scores, most)).isEqualTo(sorted(scores, most));
            }
        }
    }

    @Test
    void aSampleOfTheBestAloneMissesNone() {
        double[] scores = new double[1_600];
        for (int item = 0; item < scores.length; item += 16) {
            scores[item] = 1_600 - item;
        }

        assertThat(TopItems.best(scores, 120)).isEqualTo(sorted(scores, 120));
    }

    private static int[] sorted(double[] scores, int most) {
        return IntStream.range(0, scores.length)
                .filter(item -> scores[item] > Double.NEGATIVE_INFINITY)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer item) -> -scores[item]))
                .limit(most)
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
