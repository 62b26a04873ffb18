package fr.ecolhuma.etreprof.api.lists;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ecolhuma.etreprof.tables.InteractionTable;
import org.junit.jupiter.api.Test;

class KnownUsersTests {

    @Test
    void aHistoryBeginsWithTheOldestUse() {
        InteractionTable table = InteractionTable.of(
                new int[] {0, 1, 5, 5}, new int[] {3, 0, 2, 4, 7}, new int[] {1, 9, 1, 1, 1}, new long[] {
                    5, 400, 100, 400, 300
                });
        assertThat(KnownUsers.history(table, 0)).containsExactly(3);
        assertThat(KnownUsers.history(table, 1)).containsExactly(2, 7, 0, 4);
        assertThat(KnownUsers.history(table, 2)).isEmpty();
    }
}
