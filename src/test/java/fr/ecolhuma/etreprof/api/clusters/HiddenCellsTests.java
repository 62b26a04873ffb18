package fr.ecolhuma.etreprof.api.clusters;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ecolhuma.etreprof.domain.TaughtLevels;
import fr.ecolhuma.etreprof.snapshot.model.UserIndex;
import fr.ecolhuma.etreprof.snapshot.model.UserIndexBuilder;
import fr.ecolhuma.etreprof.snapshot.past.UserMoves;
import java.util.List;
import org.junit.jupiter.api.Test;

class HiddenCellsTests {

    /** Moves of two segments; the third row are those who came, the third column those who left. */
    private static UserMoves moves(int[][] counts) {
        UserIndexBuilder before = new UserIndexBuilder(List.of("a"));
        UserIndexBuilder after = new UserIndexBuilder(List.of("a"));
        long id = 0;
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 3; column++) {
                for (int i = 0; i < counts[row][column]; i++) {
                    id++;
                    add(before, id, row);
                    add(after, id, column);
                }
            }
        }
        return UserMoves.between(before.build(), after.build(), 2);
    }

    private static void add(UserIndexBuilder users, long id, int segment) {
        if (segment < 2) {
            users.add(id, segment, 0, new TaughtLevels(0), null, null, new int[] {0});
        }
    }

    private static String shown(int[][] counts) {
        UserMoves moves = moves(counts);
        HiddenCells cells = HiddenCells.of(moves);
        StringBuilder text = new StringBuilder();
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 3; column++) {
                assertThat(moves.count(row, column)).isEqualTo(counts[row][column]);
                text.append(cells.hides(row, column) ? "?" : counts[row][column])
                        .append(column < 2 ? " " : "/");
            }
        }
        return text.toString();
    }

    @Test
    void countsOfFiveAndNoneAreShown() {
        assertThat(shown(new int[][] {{50, 5, 0}, {0, 60, 7}, {9, 0, 0}})).isEqualTo("50 5 0/0 60 7/9 0 0/");
    }

    @Test
    void aSmallCountHidesWhatWouldTellIt() {
        // 3 is told by its row but for the 20, by its column but for the 8; those two by their own but for the 30
        assertThat(shown(new int[][] {{20, 3, 50}, {30, 8, 40}, {70, 60, 0}})).isEqualTo("? ? 50/? ? 40/70 60 0/");
    }

    @Test
    void whereAllIsSmallAllIsHidden() {
        assertThat(shown(new int[][] {{1, 0, 0}, {0, 2, 0}, {0, 0, 0}}).replace("0/", ""))
                .startsWith("? ? ?/? ? ?/");
    }

    @Test
    void usersAreMatchedById() {
        UserIndex none = new UserIndexBuilder(List.of("a")).build();
        UserMoves moves = UserMoves.between(none, none, 2);
        assertThat(moves.count(0, 0)).isZero();
        assertThat(moves.segments()).isEqualTo(2);
    }
}
