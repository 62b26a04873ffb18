package fr.ecolhuma.etreprof.classification.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LogisticRegressionTests {

    private static SparseVector vector(float... values) {
        int[] features = new int[values.length];
        for (int i = 0; i < features.length; i++) {
            features[i] = i;
        }
        return new SparseVector(features, values);
    }

    private static List<SparseVector> randomVectors(Random random, int count) {
        List<SparseVector> vectors = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            vectors.add(vector(
                    (float) random.nextGaussian(), (float) random.nextGaussian(), (float) random.nextGaussian()));
        }
        return vectors;
    }

    @Test
    void aProblemSolvedByHandComesOut() {
        // +1 at 1, -1 at -1: by symmetry the bias is 0; w²/2 + 2C ln(1+e^-w) is least at w = 1 when C = (1+e)/2
        double cost = (1 + Math.E) / 2;
        LogisticRegression.Fit fit = LogisticRegression.fit(
                List.of(vector(1), vector(-1)), new boolean[] {true, false}, new double[] {cost, cost}, 1, 1);

        assertThat(fit.weights().get(0)).isCloseTo(1f, within(0.01f));
        assertThat(fit.bias()).isCloseTo(0, within(0.01));
    }

    @Test
    void theGradientOfTheObjectiveVanishesAtTheSolution() {
        Random random = new Random(5);
        List<SparseVector> vectors = randomVectors(random, 40);
        boolean[] positive = new boolean[40];
        double[] costs = new double[40];
        for (int i = 0; i < 40; i++) {
            positive[i] = random.nextInt(3) == 0 || vectors.get(i).value(0) > 0.5;
            costs[i] = 0.5 + random.nextDouble();
        }
        LogisticRegression.Fit fit = LogisticRegression.fit(vectors, positive, costs, 3, 1);
        double[] gradient = {
            fit.weights().get(0), fit.weights().get(1), fit.weights().get(2), fit.bias()
        };
        for (int i = 0; i < 40; i++) {
            double sign = positive[i] ? 1 : -1;
            double margin = sign * (vectors.get(i).dot(fit.weights().array()) + fit.bias());
            double pull = costs[i] * sign / (1 + Math.exp(margin));
            for (int j = 0; j < 3; j++) {
                gradient[j] -= pull * vectors.get(i).value(j);
            }
            gradient[3] -= pull;
        }
        for (double part : gradient) {
            assertThat(part).isCloseTo(0, within(0.05));
        }
    }

    @Test
    void aWarmStartFindsTheSameSolution() {
        Random random = new Random(9);
        List<SparseVector> vectors = randomVectors(random, 60);
        boolean[] positive = new boolean[60];
        double[] costs = new double[60];
        for (int i = 0; i < 60; i++) {
            positive[i] = vectors.get(i).value(1) + random.nextGaussian() > 0.3;
            costs[i] = 1 + random.nextDouble();
        }
        WarmStart start = WarmStart.cold(60);
        double[] shares = start.of("label");
        LogisticRegression.fit(vectors, positive, costs, 3, 1, shares);
        start.found("label", shares);
        int[] chosen = IntStream.range(0, 60).filter(i -> i % 5 != 0).toArray();
        List<SparseVector> part = IntStream.of(chosen).mapToObj(vectors::get).toList();
        boolean[] theirs = new boolean[chosen.length];
        double[] costly = new double[chosen.length];
        for (int i = 0; i < chosen.length; i++) {
            theirs[i] = positive[chosen[i]];
            costly[i] = 1.3 * costs[chosen[i]];
        }

        LogisticRegression.Fit warm = LogisticRegression.fit(
                part, theirs, costly, 3, 1, start.with(chosen).of("label"));

        LogisticRegression.Fit cold = LogisticRegression.fit(part, theirs, costly, 3, 1);
        for (int j = 0; j < 3; j++) {
            assertThat(warm.weights().get(j)).isCloseTo(cold.weights().get(j), within(0.02f));
        }
        assertThat(warm.bias()).isCloseTo(cold.bias(), within(0.02));
        assertThat(start.of("label")).isEqualTo(shares);
        assertThat(start.of("other")).containsOnly(-1);
    }

    @Test
    void aDocumentThatCostsNothingTeachesNothing() {
        List<SparseVector> vectors = List.of(vector(1), vector(-1), vector(5));
        LogisticRegression.Fit with =
                LogisticRegression.fit(vectors, new boolean[] {true, false, false}, new double[] {1, 1, 0}, 1, 1);

        assertThat(with.weights().get(0)).isPositive();
        assertThat(with.bias()).isCloseTo(0, within(0.01));
    }

    @Test
    void rareLabelsAreBalancedAndThreadsChangeNothing() {
        List<SparseVector> vectors = randomVectors(new Random(3), 60);
        List<LabelledText> texts = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            texts.add(new LabelledText("t" + i, "", List.of(i % 6 == 0 ? "rare" : i % 2 == 0 ? "a" : "b"), 1));
        }
        LinearModel.Settings settings = new LinearModel.Settings(10, true, 1);

        assertThat(scores(vectors, texts, settings, 1)).isEqualTo(scores(vectors, texts, settings, 2));
        assertThat(scores(vectors, texts, settings, 1))
                .isNotEqualTo(scores(vectors, texts, new LinearModel.Settings(10, false, 1), 1));
    }

    private static List<Double> scores(
            List<SparseVector> vectors, List<LabelledText> texts, LinearModel.Settings settings, int threads) {
        try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
            LinearModel model = LinearModel.fit(vectors, texts, 3, settings, executor);
            assertThat(model.labels()).containsExactly("a", "b", "rare");
            List<Double> all = new ArrayList<>();
            for (SparseVector vector : vectors) {
                for (double score : model.scores(vector)) {
                    all.add(score);
                }
            }
            return all;
        }
    }
}
