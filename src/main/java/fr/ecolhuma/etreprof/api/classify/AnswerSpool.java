package fr.ecolhuma.etreprof.api.classify;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Lets a caller send its whole batch before it reads the first answer, as most callers do. A thread sends the answers;
 * those that the caller has not read yet wait in a little memory, and beyond that in a temporary file.
 *
 * <p>Without it, both sides would wait for each other as soon as the connection's buffers are full.
 */
final class AnswerSpool extends OutputStream {

    private static final int MEMORY = 1 << 18;

    /** About 12,000 answers. */
    private static final long MOST_ON_DISK = 32L << 20;

    private final OutputStream caller;
    private final SpoolFile file;
    private final Thread handingOn;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private ByteArrayOutputStream memory = new ByteArrayOutputStream();
    private boolean ended;
    private @Nullable IOException failure;

    AnswerSpool(OutputStream caller) {
        this(caller, MOST_ON_DISK);
    }

    AnswerSpool(OutputStream caller, long mostOnDisk) {
        this.caller = caller;
        this.file = new SpoolFile(mostOnDisk);
        this.handingOn = Thread.ofVirtual().name("answers").unstarted(this::handOn);
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    /**
     * Takes bytes; waits only when the temporary file is full too. Meanwhile nothing more is read from the caller, and
     * the connection ends when the caller takes nothing for long.
     */
    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        lock.lock();
        try {
            while (failure == null && file.isFull()) {
                changed.awaitUninterruptibly();
            }
            check();
            memory.write(bytes, offset, length);
            if (memory.size() > MEMORY) {
                file.append(memory.toByteArray());
                memory = new ByteArrayOutputStream();
            }
            start();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until the caller has everything. */
    @Override
    public void close() throws IOException {
        lock.lock();
        try {
            ended = true;
            start();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        try {
            handingOn.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        } finally {
            file.close();
        }
        check();
    }

    private void start() {
        if (handingOn.getState() == Thread.State.NEW) {
            handingOn.start();
        }
    }

    private void check() throws IOException {
        if (failure != null) {
            throw failure;
        }
    }

    private void handOn() {
        try {
            for (byte[] next = next(); next.length > 0; next = next()) {
                caller.write(next);
                caller.flush();
            }
        } catch (IOException e) {
            fail(e);
        }
    }

    private void fail(IOException why) {
        lock.lock();
        try {
            failure = why;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** The next bytes, in order; empty at the end. */
    private byte[] next() throws IOException {
        lock.lock();
        try {
            while (file.isEmpty() && memory.size() == 0 && !ended) {
                changed.awaitUninterruptibly();
            }
            if (!file.isEmpty()) {
                changed.signalAll();
                return file.take();
            }
            byte[] bytes = memory.toByteArray();
            memory = new ByteArrayOutputStream();
            return bytes;
        } finally {
            lock.unlock();
        }
    }
}
