package fr.ecolhuma.etreprof.api.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Random;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class AnswerSpoolTests {

    private final ByteArrayOutputStream received = new ByteArrayOutputStream();
    private final Semaphore reading = new Semaphore(0);

    /** A caller who takes nothing until it starts to read. */
    private final OutputStream caller = new OutputStream() {
        @Override
        public void write(int b) {
            throw new IllegalStateException("one by one");
        }

        @Override
        public void write(byte[] bytes) {
            reading.acquireUninterruptibly();
            received.writeBytes(bytes);
            reading.release();
        }
    };

    @Test
    void aCallerWhoReadsLateGetsAllInOrder() throws IOException {
        byte[] sent = new byte[5 << 20];
        new Random(1).nextBytes(sent);
        AnswerSpool spool = new AnswerSpool(caller);
        for (int at = 0; at < sent.length; at += 1_000) {
            spool.write(sent, at, Math.min(1_000, sent.length - at));
        }
        reading.release();
        spool.close();
        assertThat(received.toByteArray()).isEqualTo(sent);
    }

    @Test
    void aCallerWhoReadsAtOnceGetsAllInOrder() throws IOException {
        reading.release();
        AnswerSpool spool = new AnswerSpool(caller);
        for (int i = 0; i < 10_000; i++) {
            spool.write(i);
        }
        spool.close();
        assertThat(received.size()).isEqualTo(10_000);
        assertThat(received.toByteArray()[300]).isEqualTo((byte) 300);
    }

    @Test
    void nothingIsHandedOnAsNothing() throws IOException {
        new AnswerSpool(caller).close();
        assertThat(received.size()).isZero();
    }

    @Test
    void aCallerWhoReadsNothingHoldsBoundedDiskAndGetsAllInTheEnd() throws Exception {
        byte[] sent = new byte[4 << 20];
        new Random(1).nextBytes(sent);
        AnswerSpool spool = new AnswerSpool(caller, 1 << 20);
        AtomicInteger taken = new AtomicInteger();
        Thread batch = Thread.ofVirtual().start(() -> {
            try (spool) {
                while (taken.get() < sent.length) {
                    spool.write(sent, taken.get(), 1 << 16);
                    taken.addAndGet(1 << 16);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        int before = -1;
        while (taken.get() != before || before == 0) {
            before = taken.get();
            Thread.sleep(200);
        }
        assertThat(before)
                .as("the file, the memory before it, and what the sending thread holds")
                .isBetween(1 << 20, (1 << 20) + 3 * (1 << 18) + (2 << 16));
        reading.release();
        batch.join();
        assertThat(received.toByteArray()).isEqualTo(sent);
    }

    @Test
    void aCallerWhoIsGoneEndsTheWork() {
        AnswerSpool spool = new AnswerSpool(new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("gone");
            }
        });
        assertThatThrownBy(() -> {
                    while (true) {
                        spool.write(1);
                    }
                })
                .isInstanceOf(IOException.class);
        assertThatThrownBy(spool::close).isInstanceOf(IOException.class);
    }
}
