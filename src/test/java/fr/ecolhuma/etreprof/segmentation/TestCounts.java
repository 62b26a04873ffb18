package fr.ecolhuma.etreprof.segmentation;

import fr.ecolhuma.etreprof.tables.CountMatrix;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Seeded tables of counts: four overlapping, heavy-tailed kinds of users. */
public final class TestCounts {

    public static final List<String> COLUMNS =
            List.of("nb_contenu", "nb_fiche_outils", "total_interactions_x", "nb_opened_mail", "nb_clicked_mail");

    private static final double[][] KINDS = {{1.5, 2}, {-0.5, 4}, {3, 3.5}, {-1, 0.5}};

    private TestCounts() {}

    public static CountMatrix population(int users, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[][] rows = new int[users][];
        for (int row = 0; row < users; row++) {
            double[] kind = KINDS[random.nextInt(KINDS.length)];
            int contents = count(random, kind[0]);
            int sheets = count(random, kind[0] - 0.5);
            rows[row] =
                    new int[] {contents, sheets, contents + sheets, count(random, kind[1]), count(random, kind[1] - 2)};
        }
        return of(COLUMNS, rows);
    }

    private static int count(SplittableRandom random, double logMean) {
        return (int) Math.exp(logMean + 0.8 * random.nextGaussian());
    }

    public static CountMatrix of(List<String> columns, int[]... rows) {
        return CountMatrix.of(
                columns, Arrays.stream(rows).flatMapToInt(Arrays::stream).toArray());
    }

    /** The same rows, last to first. */
    public static CountMatrix reversed(CountMatrix counts) {
        int[][] rows = new int[counts.rows()][];
        Arrays.setAll(rows, row -> counts.row(counts.rows() - 1 - row));
        return of(counts.columns(), rows);
    }
}
