package fr.ecolhuma.etreprof.cli;

import fr.ecolhuma.etreprof.classification.batch.BatchClassifier;
import fr.ecolhuma.etreprof.classification.document.ContentText;
import fr.ecolhuma.etreprof.classification.document.DocumentException;
import fr.ecolhuma.etreprof.classification.document.DocumentReader;
import fr.ecolhuma.etreprof.classification.document.DocumentType;
import fr.ecolhuma.etreprof.classification.linear.ClassifierException;
import fr.ecolhuma.etreprof.classification.serving.ContentClassifier;
import fr.ecolhuma.etreprof.cli.print.CountProgress;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/** One run of {@code classify}: it tries every file, and reports failures at the end. */
final class Classifying implements AutoCloseable {

    private static final int THREADS = 2;
    private static final int MOST_BYTES = ContentText.MOST_BYTES + 4;
    private static final Duration DOCUMENT_LIMIT = Duration.ofSeconds(5);
    private static final Pattern LINES = Pattern.compile("(?i).*\\.(ndjson|jsonl|gz)");

    private final ExecutorService executor = Executors.newFixedThreadPool(THREADS);
    private final DocumentReader documents = new DocumentReader(executor, DOCUMENT_LIMIT);
    private final List<String> failures = new ArrayList<>();
    private final BatchClassifier classifier;
    private final PrintWriter out;
    private final CountProgress progress;

    Classifying(ContentClassifier classifier, PrintWriter out, CountProgress progress) {
        this.classifier = new BatchClassifier(classifier, executor);
        this.out = out;
        this.progress = progress;
    }

    /**
     * Classifies files, or standard input when there are none.
     *
     * @throws ClassifierException if a file could not be classified; thrown after all others
     */
    void all(List<Path> files) {
        if (files.isEmpty()) {
            standardInput();
        }
        files.forEach(this::file);
        out.flush();
        if (failures.size() == 1) {
            throw new ClassifierException(failures.getFirst());
        }
        if (failures.size() > 1) {
            throw new ClassifierException("%d of %d files failed; the first: %s"
                    .formatted(failures.size(), files.size(), failures.getFirst()));
        }
    }

    private void standardInput() {
        try {
            progress.count(classifier.classify(System.in, out, progress::at));
        } catch (IOException e) {
            failures.add("standard input: cannot be read to its end; expected one {\"id\", \"text\"} per line");
        }
    }

    private void file(Path file) {
        String name = String.valueOf(file.getFileName());
        try {
            if (LINES.matcher(name).matches()) {
                progress.count(classifier.classify(file, out, progress::at));
            } else {
                out.println(
                        classifier.classify(file.toString(), documents.read(bytes(file), DocumentType.named(name))));
                progress.count(new BatchClassifier.Tally(1, 0));
            }
        } catch (DocumentException e) {
            failures.add(name + ": " + e.getMessage());
        } catch (NoSuchFileException e) {
            failures.add(name + ": no such file; expected md, txt, pdf, docx, ndjson or jsonl");
        } catch (IOException e) {
            failures.add(name + ": cannot be read to its end; check that it is a readable and complete file");
        }
    }

    private static byte[] bytes(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw ContentText.tooLarge();
            }
            return bytes;
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
