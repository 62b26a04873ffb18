package fr.ecolhuma.etreprof.api.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import fr.ecolhuma.etreprof.api.edge.form.PreparedBody;
import fr.ecolhuma.etreprof.snapshot.model.Snapshot;
import fr.ecolhuma.etreprof.snapshot.past.LiveModel;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LatestProfilesTests {

    private final LatestProfiles latest = new LatestProfiles();
    private final Snapshot snapshot = mock(Snapshot.class);
    private final List<LiveModel> past = new ArrayList<>();
    private int made;

    private int ask(Snapshot served, List<LiveModel> versions, int row) {
        return ask(served, versions, row, true);
    }

    private int ask(Snapshot served, List<LiveModel> versions, int row, boolean isWhole) {
        latest.get(served, versions, row, () -> {
            made++;
            return new LatestProfiles.Written(new PreparedBody(new byte[0]), "history", isWhole);
        });
        return made;
    }

    @Test
    void aProfileThatLacksAVersionIsMadeAgainUntilItIsWhole() {
        ask(snapshot, past, 0);
        assertThat(ask(snapshot, past, 0, false)).isEqualTo(2);
        assertThat(ask(snapshot, past, 0, false)).as("not kept").isEqualTo(3);
        assertThat(ask(snapshot, past, 0, true)).isEqualTo(4);
        assertThat(ask(snapshot, past, 0, true)).as("kept").isEqualTo(4);
    }

    @Test
    void whoComesBackIsServedWhatWasWritten() {
        assertThat(ask(snapshot, past, 0)).isEqualTo(1);
        assertThat(ask(snapshot, past, 0)).as("seen once, kept now").isEqualTo(2);
        assertThat(ask(snapshot, past, 0)).isEqualTo(2);
    }

    @Test
    void whoComesOnceDisplacesNobody() {
        ask(snapshot, past, 7);
        ask(snapshot, past, 7);
        for (int row = 1_000; row < 9_000; row++) {
            ask(snapshot, past, row);
        }
        assertThat(ask(snapshot, past, 7)).isEqualTo(8_002);
    }

    @Test
    void whoeverComesBackIsKeptBesideAllOthersWhoDo() {
        for (int time = 0; time < 3; time++) {
            for (int row = 0; row < 2_000; row++) {
                ask(snapshot, past, row * 4_096);
            }
        }
        assertThat(made).isEqualTo(2 * 2_000);
    }

    @Test
    void whoCameLongAgoIsForgotten() {
        ask(snapshot, past, 7);
        for (int row = 1_000; row < 9_192; row++) {
            ask(snapshot, past, row);
        }
        assertThat(ask(snapshot, past, 7)).isEqualTo(8_194);
        assertThat(ask(snapshot, past, 7)).as("not kept the time before").isEqualTo(8_195);
        assertThat(ask(snapshot, past, 7)).isEqualTo(8_195);
    }

    @Test
    void theProfilesOfAnotherModelOrHistoryAreMadeAnew() {
        ask(snapshot, past, 3);
        ask(snapshot, past, 3);
        assertThat(ask(mock(Snapshot.class), past, 3)).isEqualTo(3);
        assertThat(ask(snapshot, new ArrayList<>(), 3)).isEqualTo(4);
    }

    @Test
    void noMoreAreKeptThanFit() {
        for (int twice = 0; twice < 2; twice++) {
            for (int row = 0; row < 2_049; row++) {
                ask(snapshot, past, row);
            }
        }
        assertThat(made).isEqualTo(2 * 2_049);
        for (int row = 0; row < 2_049; row++) {
            ask(snapshot, past, row);
        }
        assertThat(made - 2 * 2_049)
                .as("one had to go, but not each for the next as when the oldest goes")
                .isBetween(1, 2_048);
    }
}
