package fr.ecolhuma.etreprof.classification.evaluation;

import fr.ecolhuma.etreprof.classification.embedding.Embedder;
import fr.ecolhuma.etreprof.classification.files.ClassifierFiles;
import fr.ecolhuma.etreprof.classification.judging.LabelFigures;
import fr.ecolhuma.etreprof.classification.judging.ModelCard;
import fr.ecolhuma.etreprof.classification.linear.ClassifierException;
import fr.ecolhuma.etreprof.classification.serving.ContentClassifier;
import fr.ecolhuma.etreprof.classification.training.ClassifierRenewal;
import fr.ecolhuma.etreprof.classification.training.LabelledContent;
import fr.ecolhuma.etreprof.classification.training.LabelledTexts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Trains the service's classifier with a file of texts labelled by hand, and keeps it in a folder. */
public final class LabelledTraining {

    private static final double NANOS_PER_MICRO = 1e3;

    private LabelledTraining() {}

    /**
     * The results; every figure except the times is from cross-validation.
     *
     * @param accuracy of the themes
     * @param macroF1 of the themes
     * @param ece expected calibration error of the themes
     * @param perLabel themes
     * @param defis the défis' figures
     * @param fitMs from the texts to the model, in milliseconds
     * @param predictUsPerDoc mean time from a text to its answer on one thread, in microseconds
     */
    public record Report(
            double accuracy,
            double macroF1,
            double ece,
            Map<String, LabelFigures> perLabel,
            ModelCard.Figures defis,
            long fitMs,
            double predictUsPerDoc) {

        public Report {
            perLabel = Map.copyOf(perLabel);
        }
    }

    /**
     * Trains on the shipped texts and on a file's texts, which weigh more, and writes the classifier's files.
     *
     * @param labelled JSONL or JSONL.gz, one {@code {"id", "label", "text"}} per line; a label is the id, code or name
     *     of a theme, the code of a défi, or {@code none} for a text without défi; a label that names both a theme and
     *     a défi counts as both
     * @param out the folder to write to; created if it is missing
     * @param threads at least 1; only the times depend on them
     * @param embedder gives the texts vectors to learn from
     * @throws ClassifierException if the file cannot be used or the folder cannot be written
     */
    public static Report train(Path labelled, Path out, int threads, Embedder embedder) {
        List<LabelledContent> contents = LabelledTexts.read(labelled);
        long start = System.nanoTime();
        ContentClassifier classifier = ClassifierRenewal.renewed(contents, null, threads, embedder);
        long trained = System.nanoTime();
        contents.forEach(content -> classifier.classify(content.text()));
        double micros = (System.nanoTime() - trained) / NANOS_PER_MICRO;
        write(out, classifier);
        ModelCard.Figures figures = classifier.card().themes();
        return new Report(
                figures.accuracy(),
                figures.macroF1(),
                figures.ece(),
                figures.perLabel(),
                classifier.card().defis(),
                TimeUnit.NANOSECONDS.toMillis(trained - start),
                micros / contents.size());
    }

    private static void write(Path out, ContentClassifier classifier) {
        try {
            Files.createDirectories(out);
            ClassifierFiles.write(out, classifier);
        } catch (IOException e) {
            throw new ClassifierException("%s cannot be written; check that it is a writable folder with free space"
                    .formatted(out.getFileName()));
        }
    }
}
