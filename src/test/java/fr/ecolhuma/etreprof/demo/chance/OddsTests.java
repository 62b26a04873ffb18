package fr.ecolhuma.etreprof.demo.chance;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ecolhuma.etreprof.demo.chance.Dice.Purpose;
import org.junit.jupiter.api.Test;

class OddsTests {

    @Test
    void drawsAreInProportionWithinARange() {
        Odds weights = Odds.of(5, 1, 0, 3, 7);
        Dice dice = Dice.of(1, Purpose.PLAN, 0);
        int[] counts = new int[5];
        for (int i = 0; i < 40_000; i++) {
            counts[weights.draw(dice, 1, 3)]++;
        }

        assertThat(counts[0] + counts[2] + counts[4]).isZero();
        assertThat(counts[1]).isBetween(9_600, 10_400);
    }
}
