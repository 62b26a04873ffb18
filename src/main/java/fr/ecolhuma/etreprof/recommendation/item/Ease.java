package fr.ecolhuma.etreprof.recommendation.item;

import fr.ecolhuma.etreprof.recommendation.usage.Gram;
import fr.ecolhuma.etreprof.recommendation.usage.Parallel;
import fr.ecolhuma.etreprof.recommendation.usage.UsageMatrix;
import java.util.concurrent.ExecutorService;

/**
 * The linear item-item model with a closed form: of all matrices {@code B} with a zero diagonal, the one whose product
 * {@code X B} is nearest to {@code X}, with a penalty {@code λ} on its squares. With {@code P = (XᵀX + λI)⁻¹} it is
 * {@code B_ij = -P_ij / P_jj}. Source: Steck, "Embarrassingly shallow autoencoders for sparse data", WWW 2019.
 */
public final class Ease {

    /**
     * The most items of one user that the service should learn from, see {@link UsageMatrix#capped}: a teacher who uses
     * two contents a week takes five years to use this many, a robot an hour.
     */
    public static final int MOST_ITEMS_A_USER = 500;

    private static final int ROWS_A_TASK = 16;

    private Ease() {}

    /**
     * Learns from uses; the bytes are the same for any order of rows and any number of threads.
     *
     * @param matrix users by items, at least one item; an unused item gets weights of 0
     * @param lambda the regularisation, above 0, in users: a few hundred for thousands of users
     */
    public static ItemWeights fit(UsageMatrix matrix, double lambda, ExecutorService executor) {
        return fit(Gram.count(matrix, executor), lambda, executor);
    }

    public static ItemWeights fit(Gram gram, double lambda, ExecutorService executor) {
        int items = gram.items();
        double[][] inverse = SymmetricInverse.room(items);
        for (int i = 0; i < items; i++) {
            for (int j = 0; j <= i; j++) {
                inverse[i][j] = gram.users(i, j);
            }
            inverse[i][i] += lambda;
        }
        SymmetricInverse.invertNegated(inverse, items, executor);
        float[][] rows = new float[items][];
        Parallel.runs(executor, items, ROWS_A_TASK, item -> rows[item] = row(inverse, items, item));
        return ItemWeights.of(items, lambda, item -> rows[item]);
    }

    /** The weights from an item; the two signs of the negated inverse cancel out. */
    private static float[] row(double[][] negated, int items, int item) {
        float[] row = new float[items];
        for (int j = 0; j < items; j++) {
            double shared = j <= item ? negated[item][j] : negated[j][item];
            row[j] = j == item ? 0 : (float) -(shared / negated[j][j]) + 0f;
        }
        return row;
    }
}
