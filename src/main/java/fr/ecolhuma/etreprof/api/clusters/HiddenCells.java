package fr.ecolhuma.etreprof.api.clusters;

import fr.ecolhuma.etreprof.api.served.FewUsers;
import fr.ecolhuma.etreprof.snapshot.past.UserMoves;
import java.util.ArrayList;
import java.util.List;

/**
 * The hidden counts of a table of moves: those of 1 to 4 users, and as many others as it takes to keep them secret,
 * since other answers show the sums of rows and columns.
 *
 * <p>The same counts are hidden for the way there and for the way back: the two answers together must not show more.
 *
 * <p>A row or column with a hidden count has at least two. One of them is of 5 users or more, where the row or column
 * has such a count: then their sum reveals neither the hidden counts nor which of them is small.
 */
final class HiddenCells {

    private record Cell(int row, int column) {}

    private final UserMoves moves;
    private final boolean back;
    private final boolean[][] hidden;
    private final int size;

    private HiddenCells(UserMoves moves, boolean back) {
        this.moves = moves;
        this.back = back;
        this.size = moves.segments() + 1;
        this.hidden = new boolean[size][size];
    }

    /** @param back whether the moves are counted against the order in which the cells are chosen */
    static HiddenCells of(UserMoves moves, boolean back) {
        HiddenCells cells = new HiddenCells(moves, back);
        for (int row = 0; row < cells.size; row++) {
            for (int column = 0; column < cells.size; column++) {
                cells.hidden[row][column] = FewUsers.hides(cells.count(new Cell(row, column)));
            }
        }
        boolean more = true;
        while (more) {
            more = cells.hideMore();
        }
        return cells;
    }

    boolean hides(int row, int column) {
        return back ? hidden[column][row] : hidden[row][column];
    }

    private boolean hideMore() {
        boolean more = false;
        for (int line = 0; line < size; line++) {
            more |= protect(line(line, true));
            more |= protect(line(line, false));
        }
        return more;
    }

    /** The cells of a row or a column; the corner, where newcomers meet leavers, is not a cell. */
    private List<Cell> line(int line, boolean isRow) {
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            if (line != size - 1 || i != size - 1) {
                cells.add(isRow ? new Cell(line, i) : new Cell(i, line));
            }
        }
        return cells;
    }

    private boolean protect(List<Cell> line) {
        List<Cell> concealed = line.stream().filter(this::isHidden).toList();
        boolean isSafe = concealed.isEmpty()
                || (concealed.size() > 1 && concealed.stream().anyMatch(cell -> count(cell) >= FewUsers.FEWEST));
        if (isSafe || concealed.size() == line.size()) {
            return false;
        }
        List<Cell> shown = line.stream()
                .filter(cell -> !isHidden(cell))
                .sorted((a, b) -> Integer.compare(count(a), count(b)))
                .toList();
        Cell next = shown.stream()
                .filter(cell -> count(cell) >= FewUsers.FEWEST)
                .findFirst()
                .orElse(shown.getFirst());
        hidden[next.row()][next.column()] = true;
        return true;
    }

    private boolean isHidden(Cell cell) {
        return hidden[cell.row()][cell.column()];
    }

    private int count(Cell cell) {
        return back ? moves.count(cell.column(), cell.row()) : moves.count(cell.row(), cell.column());
    }
}
