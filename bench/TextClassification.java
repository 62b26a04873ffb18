import fr.ecolhuma.etreprof.classification.embedding.Embedder;
import fr.ecolhuma.etreprof.classification.batch.BatchClassifier;
import fr.ecolhuma.etreprof.classification.files.ClassifierFiles;
import fr.ecolhuma.etreprof.classification.training.ClassifierRenewal;
import fr.ecolhuma.etreprof.classification.serving.ContentClassifier;
import fr.ecolhuma.etreprof.classification.training.LabelledContent;
import fr.ecolhuma.etreprof.corpus.Corpus;
import fr.ecolhuma.etreprof.corpus.CorpusText;
import java.io.ByteArrayInputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/**
 * Prints the seconds to learn from 5,000 own contents from a cold start, the median and 99th percentile in milliseconds
 * of classifying a text of 5 kB on one thread, the seconds for a batch of 10,000 texts on two, and the classifier's
 * megabytes in memory and on disk.
 */
public final class TextClassification {

    private static final int OWN = 5_000;
    private static final int TEXTS = 200;
    private static final int CALLS = 6_000;
    private static final int LINES = 10_000;

    private TextClassification() {}

    /** Arguments: the number of threads to learn on, a folder for the classifier's files. */
    public static void main(String[] args) throws Exception {
        Path folder = Files.createDirectories(Path.of(args[1]));
        double seconds = learn(Integer.parseInt(args[0]), folder);
        long before = used();
        ContentClassifier classifier = ClassifierFiles.read(folder, Embedder.none());
        double memory = (used() - before) / 1e6;
        double[] millis = ask(classifier);
        System.out.printf(
                Locale.ROOT,
                "%.2f %.3f %.3f %.2f %.1f %.1f%n",
                seconds,
                millis[CALLS / 2],
                millis[CALLS * 99 / 100],
                batch(classifier),
                memory,
                size(folder) / 1e6);
    }

    private static double learn(int threads, Path folder) throws Exception {
        List<LabelledContent> contents = contents();
        long start = System.nanoTime();
        ContentClassifier classifier = ClassifierRenewal.renewed(contents, null, threads, Embedder.none());
        double seconds = (System.nanoTime() - start) / 1e9;
        ClassifierFiles.write(folder, classifier);
        return seconds;
    }

    /** Contents of about 200 words, each made of sentences of two corpus texts of one theme. */
    private static List<LabelledContent> contents() {
        List<CorpusText> corpus = Corpus.load();
        Random random = new Random(7);
        List<LabelledContent> contents = new ArrayList<>();
        while (contents.size() < OWN) {
            CorpusText one = corpus.get(random.nextInt(corpus.size()));
            CorpusText other = corpus.get(random.nextInt(corpus.size()));
            if (one.theme().equals(other.theme())) {
                List<String> sentences = new ArrayList<>(List.of((one.markdown() + " " + other.markdown()).split("(?<=[.!?])\\s")));
                Collections.shuffle(sentences, random);
                String text = String.join(" ", sentences.subList(0, Math.min(12, sentences.size())));
                contents.add(new LabelledContent(
                        "article/" + contents.size(), one.title(), text, one.theme(), one.defis()));
            }
        }
        return contents;
    }

    private static double[] ask(ContentClassifier classifier) {
        List<String> texts = texts();
        double[] millis = new double[CALLS];
        for (int call = -CALLS; call < CALLS; call++) {
            long start = System.nanoTime();
            classifier.classify(texts.get(Math.floorMod(call, TEXTS)));
            if (call >= 0) {
                millis[call] = (System.nanoTime() - start) / 1e6;
            }
        }
        Arrays.sort(millis);
        return millis;
    }

    /** Texts of 5,000 characters, a little more in bytes. */
    private static List<String> texts() {
        List<CorpusText> corpus = Corpus.load();
        Random random = new Random(11);
        return Stream.generate(() -> {
                    StringBuilder text = new StringBuilder();
                    while (text.length() < 5_000) {
                        text.append(corpus.get(random.nextInt(corpus.size())).markdown()).append("\n\n");
                    }
                    return text.substring(0, 5_000);
                })
                .limit(TEXTS)
                .toList();
    }

    private static double batch(ContentClassifier classifier) throws Exception {
        List<CorpusText> corpus = Corpus.load();
        StringBuilder lines = new StringBuilder();
        for (int line = 0; line < LINES; line++) {
            String text = corpus.get(line % corpus.size()).markdown().replace("\\", "").replace("\"", "'").replace("\n", "\\n");
            lines.append("{\"id\":").append(line).append(",\"text\":\"").append(text).append("\"}\n");
        }
        byte[] bytes = lines.toString().getBytes(StandardCharsets.UTF_8);
        long start = System.nanoTime();
        try (ExecutorService executor = Executors.newFixedThreadPool(2)) {
            new BatchClassifier(classifier, executor)
                    .classify(new ByteArrayInputStream(bytes), Writer.nullWriter(), done -> {});
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private static long used() throws InterruptedException {
        for (int i = 0; i < 3; i++) {
            System.gc();
            Thread.sleep(100);
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static long size(Path folder) throws Exception {
        long bytes = 0;
        for (String name : ClassifierFiles.NAMES) {
            bytes += Files.size(folder.resolve(name));
        }
        return bytes;
    }
}
