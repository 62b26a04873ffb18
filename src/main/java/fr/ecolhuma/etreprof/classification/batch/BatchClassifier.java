package fr.ecolhuma.etreprof.classification.batch;

import fr.ecolhuma.etreprof.classification.document.ContentText;
import fr.ecolhuma.etreprof.classification.document.DocumentText;
import fr.ecolhuma.etreprof.classification.serving.ContentClassifier;
import fr.ecolhuma.etreprof.classification.text.ByteLines;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Classifies lines of {@code {"id", "text"}} to lines of JSON, in order and in constant memory, whatever their number.
 *
 * <p>A line that cannot be classified is answered in its place by {@code {"line", "id", "error"}}; blank lines are
 * skipped. Answers are flushed before the wait for more lines, so that a caller can read an answer before it sends
 * more.
 */
public final class BatchClassifier {

    /** The most lines in memory at once. */
    private static final int WINDOW = 16;

    /** The most bytes of them, but for one line of at most 1 MiB. */
    private static final int WINDOW_BYTES = 1 << 20;

    private final BatchLine lines;
    private final Executor executor;
    private final Fee fee;

    /** What a line costs its sender. */
    public interface Fee {

        /** The reason why a line of so many bytes cannot be paid for, or null when it has been paid for. */
        @Nullable
        String refusal(int bytes);
    }

    /**
     * The outcome of a batch.
     *
     * @param lines how many were answered
     * @param refused how many of these were answered with an error
     */
    public record Tally(long lines, long refused) {}

    /** Creates a classifier; the executor's threads bound how many lines are classified at once. */
    public BatchClassifier(ContentClassifier classifier, Executor executor) {
        this(classifier, executor, bytes -> null);
    }

    /** Creates a classifier whose lines cost something; a line that is not paid for is answered with the reason. */
    public BatchClassifier(ContentClassifier classifier, Executor executor, Fee fee) {
        this.lines = new BatchLine(classifier);
        this.executor = executor;
        this.fee = fee;
    }

    /**
     * Classifies a file of lines, gzipped or not.
     *
     * @throws IOException if it cannot be read
     */
    public Tally classify(Path file, Writer out, LongConsumer answered) throws IOException {
        try (InputStream in = ByteLines.content(file)) {
            return classify(in, out, answered);
        }
    }

    /**
     * Classifies lines until their end.
     *
     * @param answered gets the number of answers after each
     * @throws IOException if reading or writing fails
     */
    public Tally classify(InputStream in, Writer out, LongConsumer answered) throws IOException {
        Batch batch = new Batch(out, answered);
        try {
            BoundedLines source = new BoundedLines(in);
            while (batch.next(source)) {
                batch.submit(source);
            }
            batch.writeAll();
            return new Tally(batch.written, batch.refused);
        } finally {
            batch.waiting.forEach(line -> line.answer().cancel(true));
        }
    }

    /** The line that answers one document. */
    public String classify(String id, DocumentText document) {
        return lines.classified(JsonNodeFactory.instance.stringNode(ContentText.whole(id)), document)
                .json();
    }

    private record Waiting(Future<BatchLine.Answer> answer, int bytes) {}

    /** The answers not yet written, in order. */
    private final class Batch {

        private final Writer out;
        private final LongConsumer answered;
        private final Deque<Waiting> waiting = new ArrayDeque<>();
        private int waitingBytes;
        private long written;
        private long refused;

        Batch(Writer out, LongConsumer answered) {
            this.out = out;
            this.answered = answered;
        }

        boolean next(BoundedLines source) throws IOException {
            if (source.mayWait()) {
                writeAll();
            }
            return source.next();
        }

        void submit(BoundedLines source) throws IOException {
            byte[] bytes = source.bytes();
            if (source.tooLong()) {
                refuse(source, String.valueOf(ContentText.tooLarge().getMessage()));
            } else if (!isBlank(bytes)) {
                String refusal = fee.refusal(bytes.length);
                if (refusal == null) {
                    submit(source.number(), bytes);
                } else {
                    refuse(source, refusal);
                }
            }
            while (waiting.size() >= WINDOW || waitingBytes > WINDOW_BYTES) {
                write(waiting.remove());
            }
        }

        private void submit(int number, byte[] bytes) {
            FutureTask<BatchLine.Answer> answer = new FutureTask<>(() -> lines.answer(number, bytes));
            add(answer, bytes.length);
            executor.execute(answer);
        }

        private void refuse(BoundedLines source, String why) {
            add(CompletableFuture.completedFuture(BatchLine.refused(source.number(), null, why)), 0);
        }

        private void add(Future<BatchLine.Answer> answer, int bytes) {
            waiting.add(new Waiting(answer, bytes));
            waitingBytes += bytes;
        }

        void writeAll() throws IOException {
            while (!waiting.isEmpty()) {
                write(waiting.remove());
            }
            out.flush();
        }

        private void write(Waiting line) throws IOException {
            BatchLine.Answer answer = done(line.answer());
            waitingBytes -= line.bytes();
            out.write(answer.json());
            out.write('\n');
            written++;
            refused += answer.refused() ? 1 : 0;
            answered.accept(written);
        }

        private static BatchLine.Answer done(Future<BatchLine.Answer> future) throws IOException {
            try {
                return future.get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted", e);
            } catch (ExecutionException e) {
                throw new IllegalStateException(e.getCause());
            }
        }

        private static boolean isBlank(byte[] bytes) {
            for (byte b : bytes) {
                if (b != ' ' && b != '\t' && b != '\r') {
                    return false;
                }
            }
            return true;
        }
    }
}
