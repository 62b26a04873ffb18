package fr.ecolhuma.etreprof.ingestion.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ecolhuma.etreprof.ingestion.cell.Years;
import fr.ecolhuma.etreprof.ingestion.file.Cancellation;
import fr.ecolhuma.etreprof.ingestion.file.ExportException;
import fr.ecolhuma.etreprof.ingestion.file.Table;
import fr.ecolhuma.etreprof.ingestion.row.ContentReader;
import fr.ecolhuma.etreprof.ingestion.row.Topics;
import fr.ecolhuma.etreprof.ingestion.row.UserReader;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class SideReaderTests {

    private static final Years YEARS = Years.ofEvents(2025);

    private final Endless users = new Endless();
    private final Endless contents = new Endless();

    @AfterEach
    void forgetTheInterrupt() {
        Thread.interrupted();
    }

    @Test
    void readsOneAfterTheOther() {
        List<String> order = new CopyOnWriteArrayList<>();
        try (SideReader reader = new SideReader()) {
            Supplier<Integer> first = reader.read(new InputFiles.Opened<>(users, () -> {
                order.add("contents");
                return 1;
            }));
            Supplier<Integer> second = reader.read(new InputFiles.Opened<>(contents, () -> {
                order.add("users");
                return 2;
            }));

            assertThat(second.get()).isEqualTo(2);
            assertThat(first.get()).isEqualTo(1);
        }
        assertThat(order).containsExactly("contents", "users");
    }

    @Test
    void closingStopsTheReadingAndOnlyThenClosesTheFiles() throws InterruptedException {
        try (SideReader reader = new SideReader()) {
            reader.read(new InputFiles.Opened<>(users, () -> UserReader.read(users, "users.csv", YEARS, id -> false)));
            users.begun.await();
        }

        assertThat(users.closed).isTrue();
        assertThat(users.closedUnderItsReader).isFalse();
    }

    @Test
    void closingClosesWhatWasNotBegunToo() throws InterruptedException {
        try (SideReader reader = new SideReader()) {
            reader.read(new InputFiles.Opened<>(users, () -> UserReader.read(users, "users.csv", YEARS, id -> false)));
            reader.read(new InputFiles.Opened<>(
                    contents, () -> ContentReader.read(contents, "contents.csv", YEARS, Topics.none())));
            users.begun.await();
        }

        assertThat(contents.rows).hasValue(0);
        assertThat(contents.closed).isTrue();
    }

    @Test
    void whoIsInterruptedWaitsNoLonger() throws InterruptedException {
        try (SideReader reader = new SideReader()) {
            Supplier<ContentReader.Result> result = reader.read(new InputFiles.Opened<>(
                    contents, () -> ContentReader.read(contents, "contents.csv", YEARS, Topics.none())));
            contents.begun.await();
            Thread.currentThread().interrupt();

            assertThatThrownBy(result::get).isInstanceOf(ExportException.class);
            assertThat(Thread.currentThread().isInterrupted()).isTrue();
        }
        assertThat(contents.closed).isTrue();
    }

    /** An export whose rows, none of them sound, never end. */
    private static final class Endless implements Table {

        final CountDownLatch begun = new CountDownLatch(1);
        final AtomicInteger rows = new AtomicInteger();
        final AtomicBoolean closed = new AtomicBoolean();
        final AtomicBoolean closedUnderItsReader = new AtomicBoolean();

        @Override
        public boolean next() {
            Cancellation.check();
            begun.countDown();
            rows.incrementAndGet();
            closedUnderItsReader.compareAndSet(false, closed.get());
            return true;
        }

        @Override
        public long line() {
            return rows.get() + 1L;
        }

        @Override
        public String defect() {
            return "malformed";
        }

        @Override
        public List<String> names() {
            return List.of("id");
        }

        @Override
        public String get(String column) {
            throw new IllegalStateException("nobody looks into a row that is not sound");
        }

        @Override
        public void close() {
            closed.set(true);
        }
    }
}
