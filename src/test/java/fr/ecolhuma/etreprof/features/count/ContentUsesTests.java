package fr.ecolhuma.etreprof.features.count;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ecolhuma.etreprof.tables.InteractionTable;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContentUsesTests {

    /** User 0 has used contents 0, 1 and 3, the last one long ago; user 1 none; user 2 content 2. */
    private static ContentUses uses() {
        InteractionTable table = InteractionTable.of(
                new int[] {0, 3, 3, 4}, new int[] {0, 1, 3, 2}, new int[] {5, 1, 1, 2}, new long[] {90, 80, 10, 70});
        BitSet recent = new BitSet();
        recent.set(0, 2);
        recent.set(3);
        return new ContentUses(table, recent);
    }

    @Test
    void contentsOfAThemeCountOnceEachIfUsedOfLate() {
        TopicTable topics = uses().topics(List.of(1, 1, 0, 2), 3);

        assertThat(topics.counts().columns()).containsExactly("topic_0", "topic_1", "topic_2");
        assertThat(topics.counts().row(0)).containsExactly(0, 2, 0);
        assertThat(topics.counts().row(1)).containsExactly(0, 0, 0);
        assertThat(topics.counts().row(2)).containsExactly(1, 0, 0);
        assertThat(topics.topicCount(0)).isEqualTo(1);
        assertThat(topics.topicCount(1)).isZero();
    }

    @Test
    void contentsWithoutAThemeAreLeftOut() {
        TopicTable topics = uses().topics(List.of(0, -1, -1, 0), 1);

        assertThat(topics.counts().row(0)).containsExactly(1);
        assertThat(topics.counts().row(2)).containsExactly(0);
    }
}
