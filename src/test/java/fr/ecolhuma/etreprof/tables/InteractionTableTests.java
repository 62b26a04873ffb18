package fr.ecolhuma.etreprof.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class InteractionTableTests {

    @Test
    void entriesOfAUserLieTogether() {
        // user 0 used contents 3 and 7, user 1 none, user 2 content 3
        InteractionTable table = InteractionTable.of(
                new int[] {0, 2, 2, 3}, new int[] {3, 7, 3}, new int[] {1, 5, 2}, new long[] {10, 5_000_000_000L, 30});
        assertThat(table.users()).isEqualTo(3);
        assertThat(table.entries()).isEqualTo(3);
        assertThat(table.end(0) - table.start(0)).isEqualTo(2);
        assertThat(table.start(1)).isEqualTo(table.end(1));
        assertThat(table.content(table.start(2))).isEqualTo(3);
        assertThat(table.uses(1)).isEqualTo(5);
        assertThat(table.lastSecond(1)).isEqualTo(5_000_000_000L);
    }

    @Test
    void lengthsMustAgree() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InteractionTable.of(new int[] {0, 2}, new int[2], new int[1], new long[2]))
                .withMessage("found 2 contents, 1 uses and 2 dates, expected 2 of each");
    }
}
