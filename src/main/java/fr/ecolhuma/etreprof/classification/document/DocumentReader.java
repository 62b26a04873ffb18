package fr.ecolhuma.etreprof.classification.document;

import fr.ecolhuma.etreprof.classification.text.PlainText;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Turns documents into text: markdown as it is, plain text without its indents, the text of a PDF, a Word document as markdown.
 *
 * <p>It ends within its time limit, whatever the bytes. Safe for several threads.
 */
public final class DocumentReader {

    private final ExecutorService executor;
    private final Duration limit;

    /**
     * A reader.
     *
     * @param executor unpacks PDF and Word documents; its threads and its queue bound how many are read at once
     * @param limit the longest time for one document, including its wait in the queue
     */
    public DocumentReader(ExecutorService executor, Duration limit) {
        this.executor = executor;
        this.limit = limit;
    }

    /**
     * The text of a document, ready to be classified; PDF and Word documents are read on the executor's threads.
     *
     * @param bytes at most {@link ContentText#mostBytes} of its charset, for PDF and Word {@link
     *     ContentText#MOST_BYTES}
     * @throws DocumentException if it cannot be read or holds no text
     */
    public DocumentText read(byte[] bytes, DocumentType type) {
        return isPacked(bytes, type) ? onExecutor(() -> text(bytes, type)) : text(bytes, type);
    }

    /**
     * Whether it is a PDF or a Word document: these take far longer than a text.
     *
     * @throws DocumentException if it is neither of these nor a text
     */
    public static boolean isPacked(byte[] bytes, DocumentType type) {
        return DocumentKind.of(bytes, type) != DocumentKind.TEXT;
    }

    /**
     * As {@link #read}, on this thread and without a time limit; it soon ends when the thread is interrupted. Of a PDF
     * or a Word document with more text than is classified, it is the start.
     *
     * @throws DocumentException if it cannot be read or holds no text
     */
    public static DocumentText text(byte[] bytes, DocumentType type) {
        DocumentKind kind = DocumentKind.of(bytes, type);
        if (kind == DocumentKind.TEXT) {
            String text = ContentText.of(TextDecoder.decode(bytes, type.charset()));
            return new DocumentText(type.isPlain() ? PlainText.unindented(text) : text, false);
        }
        if (bytes.length > ContentText.MOST_BYTES) {
            throw ContentText.tooLarge();
        }
        DocumentText read = guarded(
                () -> kind == DocumentKind.PDF ? PdfText.read(PdfHeader.fromStart(bytes)) : DocxText.read(bytes));
        return new DocumentText(ContentText.of(read.text()), read.cut());
    }

    /** The refusal of a document that takes longer than allowed. */
    public static DocumentException tooSlow(Duration limit) {
        return DocumentException.unusable(
                "found a document that takes more than %d s to read; send its text".formatted(limit.toSeconds()));
    }

    private DocumentText onExecutor(Callable<DocumentText> task) {
        Future<DocumentText> text;
        try {
            text = executor.submit(task);
        } catch (RejectedExecutionException e) {
            throw new DocumentException(
                    DocumentException.Kind.BUSY, "found too many documents in work; try again later");
        }
        try {
            return text.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw tooSlow(limit);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DocumentException(DocumentException.Kind.BUSY, "the reading was stopped; try again later");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof DocumentException refusal ? refusal : new IllegalStateException(e.getCause());
        } finally {
            text.cancel(true);
        }
    }

    /** On hostile documents the libraries may throw any exception, and errors on very deep or large ones. */
    private static DocumentText guarded(Callable<DocumentText> task) {
        try {
            return task.call();
        } catch (DocumentException e) {
            throw e;
        } catch (StackOverflowError | OutOfMemoryError e) {
            throw DocumentException.tooLarge(
                    "found a document that is too deep or too large once unpacked; send its text");
        } catch (Exception | LinkageError e) {
            throw DocumentException.broken(
                    "found a broken or truncated document; check that it opens, and save it again");
        }
    }
}
