package fr.ecolhuma.etreprof.recommendation.item;

import static java.lang.Math.fma;

import fr.ecolhuma.etreprof.recommendation.usage.Parallel;
import java.util.Arrays;
import java.util.concurrent.ExecutorService;

/**
 * The inverse of a symmetric positive definite matrix, in place and on several threads.
 *
 * <p>The symmetric sweep (Goodnight, "A tutorial on the SWEEP operator", The American Statistician 1979) in blocks:
 * with a block {@code K} of rows and its inverse {@code D}, every other part becomes {@code A_ij - A_iK D A_Kj}, the
 * block's own rows {@code D A_Kj}, and the block {@code -D}; once all blocks are swept the matrix is {@code -A⁻¹}. It
 * costs as many operations as a Cholesky factor and the inverse from it, n³, nearly all of them in one dense update of
 * rows. Each element is summed in the order of the blocks on any thread: the bytes do not depend on the threads.
 */
final class SymmetricInverse {

    /** Rows are updated in pairs; an odd last one has a partner that is never read. */
    private static final int PAIR = 2;

    private static final int BLOCK = 64;
    private static final int COLUMNS = 512;
    private static final int ROWS_A_TASK = 64;

    private final int size;
    private final double[][] rows;
    private final ExecutorService executor;
    private final double[][] panel;
    private final double[][] swept;

    private SymmetricInverse(double[][] rows, int size, ExecutorService executor) {
        this.size = size;
        this.rows = rows;
        this.executor = executor;
        this.panel = new double[BLOCK][rows.length];
        this.swept = new double[BLOCK][rows.length];
    }

    /**
     * Allocates the lower triangle of a matrix: row {@code i} holds columns 0 to {@code i} at least.
     *
     * @param size number of rows, at least 1
     */
    static double[][] room(int size) {
        double[][] rows = new double[(size + 1) / PAIR * PAIR][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new double[i / PAIR * PAIR + PAIR];
        }
        return rows;
    }

    /** Replaces a matrix by the negative of its inverse. */
    static void invertNegated(double[][] rows, int size, ExecutorService executor) {
        SymmetricInverse inverse = new SymmetricInverse(rows, size, executor);
        for (int start = 0; start < size; start += BLOCK) {
            inverse.sweep(start, Math.min(size, start + BLOCK));
        }
    }

    private void sweep(int start, int end) {
        for (int k = start; k < end; k++) {
            gather(k, panel[k - start]);
        }
        for (int k = end - start; k < BLOCK; k++) {
            Arrays.fill(panel[k], 0);
        }
        double[][] inverse = blockInverse(start, end);
        Parallel.runs(executor, end - start, 8, k -> combine(inverse[k], swept[k], end - start));
        int tasks = (rows.length + ROWS_A_TASK - 1) / ROWS_A_TASK;
        Parallel.run(executor, tasks, task -> update(tasks - 1 - task, end - start));
        for (int i = 0; i < size; i++) {
            store(i, start, end, inverse);
        }
    }

    /** A whole row of the symmetric matrix. */
    private void gather(int row, double[] target) {
        System.arraycopy(rows[row], 0, target, 0, row + 1);
        for (int j = row + 1; j < size; j++) {
            target[j] = rows[j][row];
        }
    }

    /** The inverse of a block on the diagonal, swept row by row. */
    private double[][] blockInverse(int start, int end) {
        int n = end - start;
        double[][] a = new double[n][n];
        for (int i = 0; i < n; i++) {
            System.arraycopy(panel[i], start, a[i], 0, n);
        }
        for (int k = 0; k < n; k++) {
            double[] pivot = a[k].clone();
            for (int i = 0; i < n; i++) {
                double factor = pivot[i] / pivot[k];
                for (int j = 0; j < n; j++) {
                    a[i][j] = i == k ? pivot[j] / pivot[k] : a[i][j] - factor * pivot[j];
                }
                a[i][k] = i == k ? -1 / pivot[k] : factor;
            }
        }
        for (double[] row : a) {
            for (int j = 0; j < n; j++) {
                row[j] = -row[j];
            }
        }
        return a;
    }

    /** One row of the block's inverse times the panel. */
    private void combine(double[] factors, double[] target, int block) {
        Arrays.fill(target, 0);
        for (int k = 0; k < block; k++) {
            double factor = factors[k];
            double[] row = panel[k];
            for (int j = 0; j < target.length; j++) {
                target[j] = fma(factor, row[j], target[j]);
            }
        }
    }

    private void update(int task, int block) {
        int first = task * ROWS_A_TASK;
        int last = Math.min(rows.length, first + ROWS_A_TASK);
        for (int from = 0; from < last; from += COLUMNS) {
            for (int row = Math.max(first, from); row < last; row += PAIR) {
                int to = Math.min(from + COLUMNS, rows[row].length);
                for (int k = 0; k + 3 < BLOCK && k < block; k += 4) {
                    subtract(row, k, from, to);
                }
            }
        }
    }

    /**
     * Subtracts four terms of the sum from two rows; if the block is short, the panel's surplus rows are zero. A
     * multiplication and an addition rounded as one are one instruction on every processor since 2013, and the same
     * number everywhere.
     */
    private void subtract(int row, int k, int from, int to) {
        double[] upper = rows[row];
        double[] lower = rows[row + 1];
        double[] s0 = swept[k];
        double[] s1 = swept[k + 1];
        double[] s2 = swept[k + 2];
        double[] s3 = swept[k + 3];
        double u0 = -panel[k][row];
        double u1 = -panel[k + 1][row];
        double u2 = -panel[k + 2][row];
        double u3 = -panel[k + 3][row];
        double l0 = -panel[k][row + 1];
        double l1 = -panel[k + 1][row + 1];
        double l2 = -panel[k + 2][row + 1];
        double l3 = -panel[k + 3][row + 1];
        for (int j = from; j < to; j++) {
            upper[j] = fma(u0, s0[j], fma(u1, s1[j], fma(u2, s2[j], fma(u3, s3[j], upper[j]))));
            lower[j] = fma(l0, s0[j], fma(l1, s1[j], fma(l2, s2[j], fma(l3, s3[j], lower[j]))));
        }
    }

    /** Writes the result of a swept block into its own rows and columns. */
    private void store(int row, int start, int end, double[][] inverse) {
        if (row >= start && row < end) {
            for (int j = 0; j < start; j++) {
                rows[row][j] = swept[row - start][j];
            }
            for (int j = start; j <= row; j++) {
                rows[row][j] = -inverse[row - start][j - start];
            }
        } else if (row >= end) {
            for (int k = start; k < end; k++) {
                rows[row][k] = swept[k - start][row];
            }
        }
    }
}
