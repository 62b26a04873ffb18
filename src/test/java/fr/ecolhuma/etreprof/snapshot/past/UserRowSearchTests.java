package fr.ecolhuma.etreprof.snapshot.past;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.ecolhuma.etreprof.domain.TaughtLevels;
import fr.ecolhuma.etreprof.snapshot.disk.SnapshotException;
import fr.ecolhuma.etreprof.snapshot.files.UsersFile;
import fr.ecolhuma.etreprof.snapshot.model.UserIndexBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UserRowSearchTests {

    /** Rows of some 20 bytes, so that there are about a hundred marks. */
    private static final int USERS = 20_000;

    @TempDir
    private Path folder;

    private final UserIndexBuilder builder = new UserIndexBuilder(List.of("a", "b"));

    @BeforeEach
    void usersWithEveryThirdId() throws IOException {
        for (int i = 0; i < USERS; i++) {
            String academie = i % 5 == 0 ? "Ici, \"là\" et ailleurs" : "Créteil";
            builder.add(3L * i - 300, i % 4, 1, TaughtLevels.NONE, 7, academie, new int[] {i, 2 * i});
        }
        UsersFile.write(folder, builder.build());
    }

    @Test
    void everyUserIsFoundWithWhatHisRowSays() {
        UserRowSearch search = UserRowSearch.of(folder, 2);
        for (int i = 0; i < USERS; i++) {
            PastUser user = search.find(3L * i - 300).orElseThrow();
            assertThat(user.segment()).isEqualTo(i % 4);
            assertThat(user.counts()).containsExactly(i, 2 * i);
        }
    }

    @Test
    void nobodyElseIsFound() {
        UserRowSearch search = UserRowSearch.of(folder, 2);
        for (int i = -200; i < USERS; i++) {
            assertThat(search.find(3L * i - 299)).isEmpty();
        }
        assertThat(search.find(Long.MIN_VALUE)).isEmpty();
        assertThat(search.find(Long.MAX_VALUE)).isEmpty();
    }

    @Test
    void aVersionMayHaveNoUser() throws IOException {
        UsersFile.write(folder, new UserIndexBuilder(List.of("a", "b")).build());
        assertThat(UserRowSearch.of(folder, 2).find(0)).isEmpty();
    }

    @Test
    void aFileThatIsGoneIsSaid() throws IOException {
        UserRowSearch search = UserRowSearch.of(folder, 2);
        Files.delete(folder.resolve(UsersFile.NAME));
        assertThatExceptionOfType(SnapshotException.class)
                .isThrownBy(() -> search.find(0))
                .withMessage("users.csv is missing or unreadable; the version is broken");
        assertThatExceptionOfType(SnapshotException.class).isThrownBy(() -> UserRowSearch.of(folder, 2));
    }
}
