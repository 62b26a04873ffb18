package fr.ecolhuma.etreprof.classification.linear;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;

/** The different features of a document in the order of their first uses, and the weight of all uses of each. */
public final class TermWeights {

    private static final int RUNS_A_FEATURE = 3;

    private final String[] features;
    private final double[] weights;

    private TermWeights(String[] features, double[] weights) {
        this.features = features;
        this.weights = weights;
    }

    public static TermWeights of(List<Term> terms) {
        return of(terms, UnaryOperator.identity());
    }

    /**
     * Sums up the weights of the uses of each feature.
     *
     * @param shared gives one instance for all equal features, so that many documents share it
     */
    static TermWeights of(List<Term> terms, UnaryOperator<String> shared) {
        Sum sum = new Sum(terms.size());
        terms.forEach(term -> sum.add(term.feature(), term.weight()));
        return sum.total(shared);
    }

    /**
     * The same document with the runs of characters of its words, each with the weight of all uses of its words.
     *
     * @param runs gives the runs of a word, as {@link Terms#runs} names them
     */
    TermWeights withRuns(Function<String, List<String>> runs) {
        Sum sum = new Sum(RUNS_A_FEATURE * features.length);
        for (int i = 0; i < features.length; i++) {
            if (Terms.isWord(features[i])) {
                double weight = Terms.RUN_WEIGHT * weights[i];
                runs.apply(features[i]).forEach(run -> sum.add(run, weight));
            }
        }
        TermWeights added = sum.total(UnaryOperator.identity());
        return new TermWeights(joined(features, added.features), joined(weights, added.weights));
    }

    /**
     * The same document with the dimensions of its vector, each with its number as weight.
     *
     * @param name gives the name of a dimension, as {@link Terms#dimension} does
     */
    TermWeights withVector(float[] vector, IntFunction<String> name) {
        if (vector.length == 0) {
            return this;
        }
        String[] names = new String[vector.length];
        double[] numbers = new double[vector.length];
        for (int i = 0; i < vector.length; i++) {
            names[i] = name.apply(i);
            numbers[i] = vector[i];
        }
        return new TermWeights(joined(features, names), joined(weights, numbers));
    }

    private static String[] joined(String[] first, String[] second) {
        String[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static double[] joined(double[] first, double[] second) {
        double[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    /** The weights of features by name. */
    private static final class Sum {

        private final Map<String, Integer> places;
        private final List<String> features = new ArrayList<>();
        private double[] weights;

        Sum(int expected) {
            places = HashMap.newHashMap(expected);
            weights = new double[Math.max(1, expected)];
        }

        void add(String feature, double weight) {
            Integer known = places.putIfAbsent(feature, features.size());
            int place = known == null ? features.size() : known;
            if (known == null) {
                features.add(feature);
            }
            if (place == weights.length) {
                weights = Arrays.copyOf(weights, 2 * place);
            }
            weights[place] += weight;
        }

        TermWeights total(UnaryOperator<String> shared) {
            String[] names = features.stream().map(shared).toArray(String[]::new);
            return new TermWeights(names, Arrays.copyOf(weights, names.length));
        }
    }

    int size() {
        return features.length;
    }

    String feature(int place) {
        return features[place];
    }

    double weight(int place) {
        return weights[place];
    }
}
