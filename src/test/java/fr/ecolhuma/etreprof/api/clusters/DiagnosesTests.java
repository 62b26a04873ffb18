package fr.ecolhuma.etreprof.api.clusters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ecolhuma.etreprof.TestData;
import fr.ecolhuma.etreprof.api.request.ApiException;
import fr.ecolhuma.etreprof.segmentation.explain.SegmentCountVerdict;
import fr.ecolhuma.etreprof.segmentation.explain.SegmentDiagnostics;
import fr.ecolhuma.etreprof.segmentation.explain.SegmentRules;
import fr.ecolhuma.etreprof.snapshot.model.Snapshot;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class DiagnosesTests {

    private static final SegmentDiagnostics RESULT = new SegmentDiagnostics(
            0,
            List.of(),
            new SegmentCountVerdict(4, true, Map.of(), List.of()),
            new SegmentRules(3, 1, List.of()),
            List.of());

    private static final Snapshot ONE = TestData.snapshot();
    private static final Snapshot TWO = Snapshot.of(ONE.version(), ONE.model());

    private final AtomicInteger made = new AtomicInteger();
    private final CountDownLatch open = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);

    private SegmentDiagnostics slow(Snapshot snapshot) {
        made.incrementAndGet();
        try {
            open.await();
            return RESULT;
        } catch (InterruptedException e) {
            ended.countDown();
            throw new IllegalStateException("interrupted");
        }
    }

    @Test
    void manyWhoAskAtOnceWaitForOneDiagnosis() throws InterruptedException {
        Diagnoses diagnoses = new Diagnoses(this::slow, Duration.ofSeconds(30));
        AtomicInteger answered = new AtomicInteger();
        List<Thread> askers = IntStream.range(0, 8)
                .mapToObj(i -> Thread.ofVirtual().start(() -> {
                    if (diagnoses.of(ONE) == RESULT) {
                        answered.incrementAndGet();
                    }
                }))
                .toList();
        open.countDown();
        for (Thread asker : askers) {
            asker.join();
        }
        assertThat(answered).hasValue(8);
        assertThat(diagnoses.of(ONE)).isSameAs(RESULT);
        assertThat(made).hasValue(1);
    }

    @Test
    void whoeverWaitsTooLongIsToldToComeAgainAndTheDiagnosisGoesOn() {
        Diagnoses diagnoses = new Diagnoses(this::slow, Duration.ofMillis(20));
        assertThatThrownBy(() -> diagnoses.of(ONE))
                .isInstanceOf(ApiException.class)
                .hasMessageContaining("try again");
        assertThatThrownBy(() -> diagnoses.of(ONE)).isInstanceOf(ApiException.class);
        open.countDown();
        assertThat(answer(diagnoses, ONE)).isSameAs(RESULT);
        assertThat(made).hasValue(1);
    }

    @Test
    void anotherSnapshotEndsTheDiagnosisOfTheLast() throws InterruptedException {
        Diagnoses diagnoses = new Diagnoses(this::slow, Duration.ofMillis(20));
        assertThatThrownBy(() -> diagnoses.of(ONE)).isInstanceOf(ApiException.class);
        while (made.get() < 1) {
            Thread.onSpinWait();
        }
        assertThatThrownBy(() -> diagnoses.of(TWO)).isInstanceOf(ApiException.class);
        ended.await();
        open.countDown();
    }

    @Test
    void aFailureIsLoggedOnceWithItsReasonAndTheNextRequestTriesAgain(CapturedOutput output) {
        Diagnoses diagnoses = new Diagnoses(this::failsTheFirstTime, Duration.ofSeconds(30));
        assertThatThrownBy(() -> diagnoses.of(ONE))
                .isInstanceOf(ApiException.class)
                .hasMessageContaining("the next request starts another")
                .hasMessageNotContaining("inner");
        assertThat(diagnoses.of(ONE)).isSameAs(RESULT);
        assertThat(diagnoses.of(ONE)).isSameAs(RESULT);
        assertThat(made).hasValue(2);
        assertThat(output.getOut())
                .containsOnlyOnce("the diagnosis of the segments of model %s failed".formatted(ONE.version()))
                .containsOnlyOnce("StackOverflowError: inner");
    }

    private SegmentDiagnostics failsTheFirstTime(Snapshot snapshot) {
        if (made.incrementAndGet() == 1) {
            throw new StackOverflowError("inner");
        }
        return RESULT;
    }

    @Test
    void aFailureThatNoRequestWaitedForIsLoggedAndForgottenToo(CapturedOutput output) throws InterruptedException {
        Diagnoses diagnoses = new Diagnoses(
                snapshot -> {
                    if (made.get() == 0) {
                        slow(snapshot);
                        throw new IllegalStateException("inner");
                    }
                    return RESULT;
                },
                Duration.ofMillis(20));
        assertThatThrownBy(() -> diagnoses.of(ONE)).hasMessageContaining("try again");
        open.countDown();
        for (int i = 0; i < 500 && !output.getOut().contains("IllegalStateException: inner"); i++) {
            Thread.sleep(10);
        }
        assertThat(output.getOut()).containsOnlyOnce("IllegalStateException: inner");
        assertThat(answer(diagnoses, ONE)).isSameAs(RESULT);
    }

    private static SegmentDiagnostics answer(Diagnoses diagnoses, Snapshot snapshot) {
        for (int i = 0; i < 500; i++) {
            try {
                return diagnoses.of(snapshot);
            } catch (ApiException again) {
                assertThat(again).hasMessageContaining("try again");
            }
        }
        throw new AssertionError("the diagnosis does not end");
    }

    @Test
    void aDiagnosisThatANewerSnapshotEndedHasNotFailed(CapturedOutput output) throws InterruptedException {
        Diagnoses diagnoses = new Diagnoses(this::slow, Duration.ofMillis(20));
        assertThatThrownBy(() -> diagnoses.of(ONE)).hasMessageContaining("try again");
        while (made.get() < 1) {
            Thread.onSpinWait();
        }
        assertThatThrownBy(() -> diagnoses.of(TWO)).hasMessageContaining("try again");
        ended.await();
        open.countDown();
        assertThat(answer(diagnoses, TWO)).isSameAs(RESULT);
        assertThat(output.getOut()).doesNotContain("the diagnosis of the segments");
    }
}
