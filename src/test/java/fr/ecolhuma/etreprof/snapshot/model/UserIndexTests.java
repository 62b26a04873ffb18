package fr.ecolhuma.etreprof.snapshot.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import fr.ecolhuma.etreprof.domain.TaughtLevels;
import java.util.List;
import org.junit.jupiter.api.Test;

class UserIndexTests {

    private static final List<String> COLUMNS = List.of("a", "b");

    @Test
    void usersAreFoundByIdAndOthersAreNot() {
        UserIndexBuilder builder = new UserIndexBuilder(COLUMNS);
        for (long id : new long[] {-5, 3, 4, 9_000_000_000L}) {
            builder.add(id, 1, 2, TaughtLevels.NONE, 7, "Paris", new int[] {(int) (id % 100), 1});
        }
        UserIndex users = builder.build();
        assertThat(users.size()).isEqualTo(4);
        assertThat(users.rowOf(-5)).hasValue(0);
        assertThat(users.rowOf(9_000_000_000L)).hasValue(3);
        assertThat(users.id(3)).isEqualTo(9_000_000_000L);
        for (long unknown : new long[] {Long.MIN_VALUE, 0, 5, Long.MAX_VALUE}) {
            assertThat(users.rowOf(unknown)).isEmpty();
        }
        assertThat(users.counts().row(1)).containsExactly(3, 1);
    }

    @Test
    void anIndexMayBeEmpty() {
        UserIndex users = new UserIndexBuilder(COLUMNS).build();
        assertThat(users.size()).isZero();
        assertThat(users.rowOf(1)).isEmpty();
    }

    @Test
    void itGrowsWithItsUsers() {
        UserIndexBuilder builder = new UserIndexBuilder(COLUMNS);
        for (int i = 0; i < 5_000; i++) {
            builder.add(10L * i, i % 4, i % 3, new TaughtLevels(i % 64), i, "académie " + i % 30, new int[] {i, 2 * i});
        }
        UserIndex users = builder.build();
        assertThat(users.size()).isEqualTo(5_000);
        for (int i : new int[] {0, 1_023, 1_024, 2_048, 4_999}) {
            int row = users.rowOf(10L * i).orElseThrow();
            assertThat(row).isEqualTo(i);
            assertThat(users.segment(row)).isEqualTo(i % 4);
            assertThat(users.degre(row)).isEqualTo(i % 3);
            assertThat(users.levels(row).bits()).isEqualTo(i % 64);
            assertThat(users.anciennete(row)).isEqualTo(i);
            assertThat(users.academie(row)).isEqualTo("académie " + i % 30);
            assertThat(users.counts().row(row)).containsExactly(i, 2 * i);
        }
        assertThat(users.rowOf(10L * 5_000)).isEmpty();
        assertThat(users.sizes(4)).containsExactly(1_250, 1_250, 1_250, 1_250);
    }

    @Test
    void unknownValuesStayUnknown() {
        UserIndexBuilder builder = new UserIndexBuilder(COLUMNS);
        builder.add(1, 0, 0, TaughtLevels.NONE, null, null, new int[2]);
        UserIndex users = builder.build();
        assertThat(users.anciennete(0)).isNull();
        assertThat(users.academie(0)).isNull();
        assertThat(users.levels(0).stages()).isEmpty();
    }

    @Test
    void strangeValuesAreNeitherCutNorMixedUp() {
        UserIndexBuilder builder = new UserIndexBuilder(COLUMNS);
        for (int i = 0; i < 40_000; i++) {
            builder.add(i, 3, 3, new TaughtLevels(63), 70_000 - i, "a" + i, new int[] {Integer.MAX_VALUE, 0});
        }
        UserIndex users = builder.build();
        assertThat(users.anciennete(0)).isEqualTo(70_000);
        assertThat(users.academie(39_999)).isEqualTo("a39999");
        assertThat(users.counts().get(39_999, 0)).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void whatIsBuiltDoesNotChangeAnyMore() {
        UserIndexBuilder builder = new UserIndexBuilder(COLUMNS);
        int[] counts = {1, 2};
        builder.add(1, 0, 0, TaughtLevels.NONE, null, null, counts);
        counts[0] = 9;
        UserIndex users = builder.build();
        builder.add(2, 0, 0, TaughtLevels.NONE, null, "later", counts);
        assertThat(users.size()).isEqualTo(1);
        assertThat(users.counts().row(0)).containsExactly(1, 2);
    }

    @Test
    void disorderIsRefused() {
        UserIndexBuilder builder = new UserIndexBuilder(COLUMNS);
        builder.add(5, 0, 0, TaughtLevels.NONE, null, null, new int[2]);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.add(5, 0, 0, TaughtLevels.NONE, null, null, new int[2]))
                .withMessage("found user id 5 after 5, expected ids to ascend");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.add(6, 0, 0, TaughtLevels.NONE, null, null, new int[3]))
                .withMessage("found 3 counts, expected 2");
    }
}
