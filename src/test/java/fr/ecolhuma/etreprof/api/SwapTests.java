package fr.ecolhuma.etreprof.api;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ecolhuma.etreprof.TestData;
import fr.ecolhuma.etreprof.api.Calls.Answer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** Readers on many threads while the model is swapped: every answer is wholly of one version. */
class SwapTests extends RunningService {

    private static final int READERS = 16;
    private static final int SWAPS = 20;
    private static final long PAUSE_NANOS = 5_000_000;

    private static final List<String> PAGES = List.of(
            "/",
            "/clusters",
            "/recommend/0",
            "/recommend/3?limit=20",
            "/recommend/2?type=article",
            "/user/100/profile",
            "/user/400/profile",
            "/readyz");

    private final AtomicBoolean over = new AtomicBoolean();
    private final AtomicLong answers = new AtomicLong();
    private final Queue<String> faults = new ConcurrentLinkedQueue<>();

    @AfterAll
    void leaveTheTestData() {
        TestData.exports(EXPORTS);
        calls().recompute();
    }

    @Test
    void everyAnswerIsWhollyOfOneVersion() throws InterruptedException {
        Map<String, Set<String>> expected = new HashMap<>();
        for (int model = 0; model < 2; model++) {
            recompute(model);
            for (String page : PAGES) {
                expected.computeIfAbsent(page, unseen -> new HashSet<>()).add(taggedBody(calls().get(page)));
            }
        }
        assertThat(expected.get("/clusters")).hasSize(2);
        assertThat(expected.get("/readyz")).hasSize(1);

        List<Thread> readers = new ArrayList<>();
        for (int reader = 0; reader < READERS; reader++) {
            int first = reader;
            readers.add(Thread.ofPlatform().start(() -> read(first, expected)));
        }
        for (int swap = 0; swap < SWAPS; swap++) {
            recompute(swap % 2);
        }
        over.set(true);
        for (Thread reader : readers) {
            reader.join();
        }
        assertThat(faults).isEmpty();
        assertThat(answers.get()).isGreaterThan(READERS * SWAPS);
    }

    /** The answer but for what a profile tells of earlier versions, which grows with each swap. */
    private static String taggedBody(Answer answer) {
        if (answer.json().get("data") instanceof ObjectNode data && data.has("history")) {
            data.remove("history");
            return data + answer.json().get("model_version").stringValue();
        }
        return answer.header("etag") + answer.body();
    }

    private void recompute(int model) {
        TestData.exports(EXPORTS, model == 0 ? Map.of() : Map.of(100, 3, 400, 2));
        Answer answer = calls().recompute();
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().get("cluster_distribution").get("cluster_2").intValue())
                .isEqualTo(model == 0 ? 6 : 7);
    }

    private void read(int first, Map<String, Set<String>> expected) {
        for (int i = first; !over.get(); i++) {
            String page = PAGES.get(i % PAGES.size());
            try {
                Answer answer = calls().get(page);
                answers.incrementAndGet();
                if (answer.status() != 200 || !expected.get(page).contains(taggedBody(answer))) {
                    faults.add(page + " " + answer.status() + " " + answer.body());
                }
                LockSupport.parkNanos(PAUSE_NANOS);
            } catch (RuntimeException e) {
                faults.add(page + " " + e);
            }
        }
    }
}
