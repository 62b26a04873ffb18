package fr.ecolhuma.etreprof.snapshot.past;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ecolhuma.etreprof.TestData;
import fr.ecolhuma.etreprof.snapshot.erasure.Erasures;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveModelsTests {

    private static final String JUNE = "20250610-00000000000a";
    private static final String CANDIDATE = "20250701-00000000000c";
    private static final String JULY = "20250710-00000000000b";

    /** As {@link PastModels#all}: by the instant they count at. */
    private static final List<PastModel> KEPT = Stream.of(JUNE, CANDIDATE, JULY)
            .map(version -> new PastModel(
                    version,
                    LocalDateTime.of(2025, 7, 1, 0, 0),
                    TestData.model().segments(),
                    TestData.model().profiles()))
            .toList();

    @TempDir
    Path models;

    private static ModelHistory.Entry change(int hour, String version, @Nullable String previous) {
        return new ModelHistory.Entry(
                Instant.parse("2026-03-01T00:00:00Z").plusSeconds(3600L * hour),
                version,
                previous,
                ModelHistory.Action.PUBLISHED,
                "test",
                false,
                null,
                null,
                null);
    }

    private static List<String> order(String served, ModelHistory.Entry... changes) {
        return LiveModels.order(KEPT, List.of(changes), served).stream()
                .map(one -> one.past().version())
                .toList();
    }

    private static List<@Nullable Instant> since(String served, ModelHistory.Entry... changes) {
        return LiveModels.order(KEPT, List.of(changes), served).stream()
                .<@Nullable Instant>map(LiveModel::since)
                .toList();
    }

    @Test
    void eachStandsThereSinceItWentLive() {
        ModelHistory.Entry first = change(1, JUNE, JULY);
        ModelHistory.Entry second = change(2, JULY, JUNE);
        assertThat(since(JULY, first, second))
                .as("what came with the service has no line")
                .containsExactly(null, first.at(), second.at());
        assertThat(since(JUNE, first, change(3, JUNE, JUNE)))
                .as("published again it was live already")
                .containsExactly(null, first.at());
    }

    @Test
    void theOrderIsThatOfGoingLiveAndNotOfWhatIsCounted() {
        assertThat(order(JUNE, change(1, JULY, null), change(2, JUNE, JULY))).containsExactly(JULY, JUNE);
    }

    @Test
    void whatIsLiveAgainStandsThereAgain() {
        assertThat(order(JULY, change(1, JULY, null), change(2, JUNE, JULY), change(3, JULY, JUNE)))
                .containsExactly(JULY, JUNE, JULY);
    }

    @Test
    void theSamePublishedAgainStandsThereOnce() {
        assertThat(order(JULY, change(1, JULY, null), change(2, JULY, JULY))).containsExactly(JULY);
    }

    @Test
    void whatCameWithTheServiceIsTheFirst() {
        assertThat(order(JULY)).containsExactly(JULY);
        assertThat(order(JUNE, change(1, JUNE, JULY))).containsExactly(JULY, JUNE);
    }

    @Test
    void whatIsServedIsTheLast() {
        assertThat(order(JULY, change(1, JULY, null), change(2, JUNE, JULY)))
                .as("another process has just published")
                .containsExactly(JULY);
        assertThat(order(JULY, change(1, JUNE, null))).as("its line is missing").containsExactly(JUNE, JULY);
    }

    @Test
    void whatIsNoLongerKeptIsLeftOut() {
        String gone = "20250501-00000000000d";
        assertThat(order(JULY, change(1, JULY, null), change(2, gone, JULY), change(3, JULY, gone)))
                .containsExactly(JULY);
    }

    @Test
    void theListIsTheSameUntilTheHistoryGrows() {
        ModelHistory history = new ModelHistory(models);
        history.append(change(1, JULY, null));
        LiveModels live = new LiveModels(new PastModels(models, new Erasures(models)), history);
        List<LiveModel> before = live.upTo(JULY);
        assertThat(live.upTo(JULY)).isSameAs(before);
        List<ModelHistory.Entry> entries = history.entries();
        assertThat(history.entries()).isSameAs(entries);

        new ModelHistory(models).append(change(2, JUNE, JULY));

        assertThat(history.entries()).hasSize(2);
    }
}
