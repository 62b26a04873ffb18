package fr.ecolhuma.etreprof.classification.serving;

import fr.ecolhuma.etreprof.classification.linear.LinearModel;
import fr.ecolhuma.etreprof.classification.linear.LogisticRegression;
import fr.ecolhuma.etreprof.classification.linear.SparseVector;
import java.util.List;

/**
 * The weights of a linear model by feature: all labels of one feature lie together, in the order in which a text reads
 * them.
 */
final class ScoreTable {

    private final float[] weights;
    private final double[] biases;

    private ScoreTable(float[] weights, double[] biases) {
        this.weights = weights;
        this.biases = biases;
    }

    static ScoreTable of(LinearModel model) {
        List<LogisticRegression.Fit> heads = model.heads();
        int labels = heads.size();
        float[] weights = new float[labels * heads.get(0).weights().array().length];
        double[] biases = new double[labels];
        for (int label = 0; label < labels; label++) {
            float[] row = heads.get(label).weights().array();
            for (int feature = 0; feature < row.length; feature++) {
                weights[feature * labels + label] = row[feature];
            }
            biases[label] = heads.get(label).bias();
        }
        return new ScoreTable(weights, biases);
    }

    /** The score of each label, in log-odds. */
    double[] of(SparseVector document) {
        double[] scores = biases.clone();
        for (int i = 0; i < document.size(); i++) {
            int start = document.feature(i) * scores.length;
            double value = document.value(i);
            for (int label = 0; label < scores.length; label++) {
                scores[label] += value * weights[start + label];
            }
        }
        return scores;
    }
}
