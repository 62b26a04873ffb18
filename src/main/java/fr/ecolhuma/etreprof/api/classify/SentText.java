package fr.ecolhuma.etreprof.api.classify;

import fr.ecolhuma.etreprof.classification.document.DocumentText;
import java.util.concurrent.Callable;

/**
 * A text as it was sent, not read yet.
 *
 * @param cost what it takes from its caller's allowance, in ordinary texts
 * @param packed whether it is a PDF or a Word document, which takes longer to read
 * @param read reads it, which may take some tenths of a second, for a document some seconds
 * @param memory gives its memory back
 */
record SentText(int cost, boolean packed, Callable<DocumentText> read, Runnable memory) implements AutoCloseable {

    @Override
    public void close() {
        memory.run();
    }
}
