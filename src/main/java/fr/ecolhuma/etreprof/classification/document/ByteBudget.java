package fr.ecolhuma.etreprof.classification.document;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.CancellationException;

/** The number of bytes of a document that may still be unpacked, by a thread that is not interrupted. */
final class ByteBudget {

    private long left;

    /** A budget of some MiB. */
    ByteBudget(int mebibytes) {
        left = (long) mebibytes << 20;
    }

    /**
     * Counts unpacked bytes.
     *
     * @throws DocumentException when there are too many
     * @throws CancellationException when the thread is interrupted
     */
    void spend(long bytes) {
        left -= bytes;
        goOn();
        if (left < 0) {
            throw DocumentException.tooLarge(
                    "found a document that is too large once unpacked; send it without pictures, or send its text");
        }
    }

    /**
     * Goes on unless this thread is interrupted: nobody waits for the document any more.
     *
     * @throws CancellationException if it is
     */
    static void goOn() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("the reading was stopped");
        }
    }

    /** A stream to the target that counts every byte. */
    OutputStream counting(OutputStream target) {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                spend(1);
                target.write(b);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                spend(length);
                target.write(bytes, offset, length);
            }
        };
    }
}
