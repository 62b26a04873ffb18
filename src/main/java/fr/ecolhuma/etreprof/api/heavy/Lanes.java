package fr.ecolhuma.etreprof.api.heavy;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Two queues that are served in turn: works that a caller waits for, and the lines of batches. */
final class Lanes {

    private final int most;
    private final Deque<Runnable> works = new ArrayDeque<>();
    private final Deque<Runnable> lines = new ArrayDeque<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition added = lock.newCondition();
    private boolean lineIsNext;

    /**
     * Empty lanes.
     *
     * @param most how many works may wait; the lines are bounded by the batches that send them
     */
    Lanes(int most) {
        this.most = most;
    }

    /** Adds a work unless too many wait. */
    boolean addWork(Runnable work) {
        lock.lock();
        try {
            return works.size() < most && add(works, work);
        } finally {
            lock.unlock();
        }
    }

    void addLine(Runnable line) {
        lock.lock();
        try {
            add(lines, line);
        } finally {
            lock.unlock();
        }
    }

    private boolean add(Deque<Runnable> lane, Runnable what) {
        added.signal();
        return lane.add(what);
    }

    /** Takes a work back; false if it has begun. */
    boolean removeWork(Runnable work) {
        lock.lock();
        try {
            return works.remove(work);
        } finally {
            lock.unlock();
        }
    }

    boolean isFull() {
        return waiting() >= most;
    }

    /** How many works wait. */
    int waiting() {
        lock.lock();
        try {
            return works.size();
        } finally {
            lock.unlock();
        }
    }

    /** The next work or line; waits for one. */
    Runnable take() throws InterruptedException {
        lock.lock();
        try {
            Runnable next = next();
            while (next == null) {
                added.await();
                next = next();
            }
            return next;
        } finally {
            lock.unlock();
        }
    }

    private @Nullable Runnable next() {
        boolean line = works.isEmpty() || (lineIsNext && !lines.isEmpty());
        lineIsNext = !line;
        return line ? lines.poll() : works.poll();
    }
}
