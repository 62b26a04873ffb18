package fr.ecolhuma.etreprof.classification.files;

import fr.ecolhuma.etreprof.classification.linear.ClassifierException;
import fr.ecolhuma.etreprof.classification.linear.LinearModel;
import fr.ecolhuma.etreprof.classification.linear.LogisticRegression;
import fr.ecolhuma.etreprof.classification.linear.Vocabulary;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code classifier_weights.bin}: the weights of each head's labels as float32, little-endian, row after row. */
final class WeightsFile {

    static final String NAME = "classifier_weights.bin";

    private WeightsFile() {}

    static void write(Path folder, List<LinearModel> models) throws IOException {
        int numbers = models.stream()
                .flatMap(model -> model.heads().stream())
                .mapToInt(fit -> fit.weights().array().length)
                .sum();
        ByteBuffer bytes = ByteBuffer.allocate(numbers * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        models.stream().flatMap(model -> model.heads().stream()).forEach(fit -> {
            for (float weight : fit.weights().array()) {
                bytes.putFloat(weight);
            }
        });
        Files.write(folder.resolve(NAME), bytes.array());
    }

    /** One model per vocabulary. */
    static List<LinearModel> read(
            Path folder, List<Vocabulary> vocabularies, List<List<String>> labels, List<List<Double>> biases) {
        ByteBuffer bytes = ByteBuffer.wrap(bytes(folder)).order(ByteOrder.LITTLE_ENDIAN);
        long expected = 0;
        for (int head = 0; head < labels.size(); head++) {
            expected += (long) labels.get(head).size() * vocabularies.get(head).size() * Float.BYTES;
        }
        if (bytes.remaining() != expected) {
            throw new ClassifierException(
                    "%s: found %d bytes, expected %d".formatted(NAME, bytes.remaining(), expected));
        }
        List<LinearModel> models = new ArrayList<>();
        for (int head = 0; head < labels.size(); head++) {
            models.add(model(bytes, vocabularies.get(head).size(), labels.get(head), biases.get(head)));
        }
        return models;
    }

    private static LinearModel model(ByteBuffer bytes, int terms, List<String> labels, List<Double> biases) {
        if (biases.size() != labels.size()) {
            throw new ClassifierException(
                    "classifier.json: found %d biases, expected %d".formatted(biases.size(), labels.size()));
        }
        List<LogisticRegression.Fit> fits = new ArrayList<>();
        for (double bias : biases) {
            fits.add(new LogisticRegression.Fit(weights(bytes, terms), bias));
        }
        return new LinearModel(labels, fits);
    }

    private static LogisticRegression.Weights weights(ByteBuffer bytes, int terms) {
        float[] weights = new float[terms];
        for (int i = 0; i < terms; i++) {
            weights[i] = bytes.getFloat();
            if (!Float.isFinite(weights[i])) {
                throw new ClassifierException("%s: found %s, expected finite numbers".formatted(NAME, weights[i]));
            }
        }
        return new LogisticRegression.Weights(weights);
    }

    private static byte[] bytes(Path folder) {
        try {
            return Files.readAllBytes(folder.resolve(NAME));
        } catch (IOException e) {
            throw new ClassifierException(
                    "%s is missing or unreadable; restore it, or train the classifier again".formatted(NAME));
        }
    }
}
