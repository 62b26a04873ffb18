package fr.ecolhuma.etreprof.recommendation.item;

import fr.ecolhuma.etreprof.recommendation.usage.UsageMatrix;

/** The inverse by Gauss and Jordan with row exchanges: slow, and nothing like the product's way. */
final class PlainInverse {

    private PlainInverse() {}

    /** The inverse of the counts of a matrix, taken straight from its rows, with lambda added on the diagonal. */
    static double[][] of(UsageMatrix matrix, double lambda) {
        int n = matrix.items();
        double[][] a = new double[n][2 * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                for (int user = 0; user < matrix.users(); user++) {
                    a[i][j] += matrix.has(user, i) && matrix.has(user, j) ? 1 : 0;
                }
            }
            a[i][i] += lambda;
            a[i][n + i] = 1;
        }
        for (int column = 0; column < n; column++) {
            eliminate(a, column);
        }
        double[][] inverse = new double[n][n];
        for (int i = 0; i < n; i++) {
            System.arraycopy(a[i], n, inverse[i], 0, n);
        }
        return inverse;
    }

    private static void eliminate(double[][] a, int column) {
        int pivot = column;
        for (int i = column; i < a.length; i++) {
            pivot = Math.abs(a[i][column]) > Math.abs(a[pivot][column]) ? i : pivot;
        }
        double[] row = a[pivot];
        a[pivot] = a[column];
        a[column] = row;
        double divisor = row[column];
        for (int j = 0; j < row.length; j++) {
            row[j] /= divisor;
        }
        for (int i = 0; i < a.length; i++) {
            double factor = i == column ? 0 : a[i][column];
            for (int j = 0; j < row.length; j++) {
                a[i][j] -= factor * row[j];
            }
        }
    }
}
