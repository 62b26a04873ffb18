package fr.ecolhuma.etreprof.api.clusters;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ecolhuma.etreprof.domain.TaughtLevels;
import fr.ecolhuma.etreprof.snapshot.model.UserIndex;
import fr.ecolhuma.etreprof.snapshot.model.UserIndexBuilder;
import fr.ecolhuma.etreprof.snapshot.past.UserMoves;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
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
        HiddenCells cells = HiddenCells.of(moves, false);
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
    void theWayBackHidesTheSameCounts() {
        Random random = new Random(7);
        for (int round = 0; round < 2_000; round++) {
            int[][] counts = new int[3][3];
            for (int[] row : counts) {
                Arrays.setAll(row, unused -> random.nextInt(random.nextBoolean() ? 6 : 30));
            }
            counts[2][2] = 0;
            HiddenCells there = HiddenCells.of(moves(counts), false);
            HiddenCells back = HiddenCells.of(moves(transposed(counts)), true);
            for (int row = 0; row < 3; row++) {
                for (int column = 0; column < 3; column++) {
                    assertThat(back.hides(column, row))
                            .as(Arrays.deepToString(counts))
                            .isEqualTo(there.hides(row, column));
                }
            }
        }
    }

    private static int[][] transposed(int[][] counts) {
        int[][] turned = new int[3][3];
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 3; column++) {
                turned[column][row] = counts[row][column];
            }
        }
        return turned;
    }

    /**
     * An attacker who knows every public answer: the shown counts, both ways, and the size of each segment of both versions.
     * No hidden count of 1 to 4 users may be the only one that fits.
     */
    @Test
    void allPublicAnswersTogetherDoNotTellAHiddenCount() {
        Random random = new Random(11);
        for (int round = 0; round < 300; round++) {
            int[][] counts = new int[3][3];
            for (int[] row : counts) {
                Arrays.setAll(row, unused -> random.nextInt(random.nextInt(3) == 0 ? 5 : 12));
            }
            counts[2][2] = 0;
            HiddenCells cells = HiddenCells.of(moves(counts), false);
            HiddenCells back = HiddenCells.of(moves(transposed(counts)), true);
            List<int[]> secret = new ArrayList<>();
            for (int row = 0; row < 3; row++) {
                for (int column = 0; column < 3; column++) {
                    if (cells.hides(row, column) && back.hides(column, row)) {
                        secret.add(new int[] {row, column});
                    }
                }
            }
            List<Set<Integer>> fitting = fitting(counts, secret);
            for (int i = 0; i < secret.size(); i++) {
                int count = counts[secret.get(i)[0]][secret.get(i)[1]];
                if (count > 0 && count < 5 && isTellable(counts, secret)) {
                    assertThat(fitting.get(i)).as(Arrays.deepToString(counts)).hasSizeGreaterThan(1);
                }
            }
        }
    }

    /** Where a segment has no other count to hide behind, its size itself is hidden, which this attacker is shown. */
    private static boolean isTellable(int[][] counts, List<int[]> secret) {
        for (int segment = 0; segment < 2; segment++) {
            int before = Arrays.stream(counts[segment]).sum();
            int after = counts[0][segment] + counts[1][segment] + counts[2][segment];
            if (before < 25 || after < 25) {
                return false;
            }
        }
        return !secret.isEmpty();
    }

    /** For each hidden cell the values of all tables of whole numbers with the same sums of segments. */
    private static List<Set<Integer>> fitting(int[][] counts, List<int[]> secret) {
        List<Set<Integer>> fitting = new ArrayList<>();
        secret.forEach(unused -> fitting.add(new TreeSet<>()));
        int[][] guess = Arrays.stream(counts).map(int[]::clone).toArray(int[][]::new);
        guess(counts, guess, secret, 0, fitting);
        return fitting;
    }

    private static void guess(int[][] counts, int[][] guess, List<int[]> secret, int next, List<Set<Integer>> fitting) {
        if (next == secret.size()) {
            for (int i = 0; i < next; i++) {
                fitting.get(i).add(guess[secret.get(i)[0]][secret.get(i)[1]]);
            }
            return;
        }
        int row = secret.get(next)[0];
        int column = secret.get(next)[1];
        for (int value = 0; value <= 24; value++) {
            guess[row][column] = value;
            if (fits(counts, guess, secret, next, row, column)) {
                guess(counts, guess, secret, next + 1, fitting);
            }
        }
        guess[row][column] = counts[row][column];
    }

    /** Whether the sums of a row and a column of a segment are right, as soon as all of their cells are guessed. */
    private static boolean fits(int[][] counts, int[][] guess, List<int[]> secret, int next, int row, int column) {
        boolean rowIsOpen = false;
        boolean columnIsOpen = false;
        for (int i = next + 1; i < secret.size(); i++) {
            rowIsOpen |= secret.get(i)[0] == row;
            columnIsOpen |= secret.get(i)[1] == column;
        }
        boolean rowFits = rowIsOpen
                || row == 2
                || Arrays.stream(guess[row]).sum() == Arrays.stream(counts[row]).sum();
        int columnSum = guess[0][column] + guess[1][column] + guess[2][column];
        boolean columnFits =
                columnIsOpen || column == 2 || columnSum == counts[0][column] + counts[1][column] + counts[2][column];
        return rowFits && columnFits;
    }

    @Test
    void usersAreMatchedById() {
        UserIndex none = new UserIndexBuilder(List.of("a")).build();
        UserMoves moves = UserMoves.between(none, none, 2);
        assertThat(moves.count(0, 0)).isZero();
        assertThat(moves.segments()).isEqualTo(2);
    }
}
