package fr.ecolhuma.etreprof.classification.serving;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LongTableTests {

    @Test
    void itAnswersAsAMapDoes() {
        Random random = new Random(3);
        LongTable table = new LongTable(2_000);
        Map<Long, Integer> map = new HashMap<>();
        for (int i = 0; i < 2_000; i++) {
            long key = (long) random.nextInt(60) << 32 | random.nextInt(60);
            table.put(key, i);
            map.put(key, i);
        }

        for (long first = 0; first < 60; first++) {
            for (long second = 0; second < 60; second++) {
                long key = first << 32 | second;
                assertThat(table.get(key)).isEqualTo(map.getOrDefault(key, -1));
            }
        }
    }

    @Test
    void anEmptyTableKnowsNothing() {
        assertThat(new LongTable(0).get(0)).isEqualTo(-1);
    }
}
