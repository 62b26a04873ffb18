package fr.ecolhuma.etreprof.api.clusters;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ecolhuma.etreprof.TestData;
import fr.ecolhuma.etreprof.snapshot.erasure.Erasures;
import fr.ecolhuma.etreprof.snapshot.model.Snapshot;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UserPageTests {

    @TempDir
    Path folder;

    /** As an erasure leaves it: the same version with a user less. */
    private Snapshot without(long user) {
        Erasures erasures = new Erasures(folder.resolve(String.valueOf(user)));
        erasures.add(user, TestData.CLOCK.instant());
        return erasures.left(TestData.snapshot());
    }

    @Test
    void anErasureBetweenTwoPagesSkipsNobody() {
        UserPage first = UserPage.of(TestData.snapshot(), 1, null, "4", "first");
        assertThat(first.users()).containsExactly(200L, 201L, 202L, 203L);
        for (long erased : new long[] {200, 203}) {
            UserPage second = UserPage.of(without(erased), 1, null, "4", first.nextCursor());
            assertThat(second.users()).containsExactly(204L, 205L, 206L, 207L);
            assertThat(second.offset()).isEqualTo(3);
            assertThat(second.total()).isEqualTo(9);
            UserPage third = UserPage.of(without(erased), 1, null, "4", second.nextCursor());
            assertThat(third.users()).containsExactly(208L, 209L);
            assertThat(third.nextCursor()).isNull();
        }
    }

    @Test
    void aCursorIsTheSameForTheSamePlace() {
        assertThat(UserPage.of(TestData.snapshot(), 1, "2", "2", null).nextCursor())
                .isEqualTo(
                        UserPage.of(TestData.snapshot(), 1, null, "4", "first").nextCursor())
                .isEqualTo(new UserCursor("20250710-0123456789ab", 1, 203).text());
    }
}
