package fr.ecolhuma.etreprof.snapshot.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ecolhuma.etreprof.TestData;
import fr.ecolhuma.etreprof.snapshot.disk.SnapshotException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SnapshotStoreTests {

    private static final String UNWRITABLE =
            "the models folder cannot be written; check that it is writable and has free space";

    @TempDir
    Path folder;

    private Path models;
    private SnapshotStore store;

    @BeforeEach
    void makeStore() {
        models = folder.resolve("deep/models");
        store = new SnapshotStore(models);
    }

    @Test
    void aVersionIsNamedAfterItsDayAndContent() throws IOException {
        String version = store.save(TestData.model());
        assertThat(version).matches("20250710-[0-9a-f]{12}");
        assertThat(names()).as("nothing else, and no temporary folder").containsExactly(version);
        assertThat(store.save(GoldenModels.model())).isEqualTo(GoldenModels.VERSION);
        assertThat(names()).containsExactlyInAnyOrder(version, GoldenModels.VERSION);
    }

    @Test
    void savingTwiceLeavesTheFirstInItsPlace() throws IOException {
        String version = store.save(TestData.model());
        Object before =
                Files.readAttributes(models.resolve(version), "unix:ino").get("ino");
        assertThat(store.save(TestData.model())).isEqualTo(version);
        assertThat(Files.readAttributes(models.resolve(version), "unix:ino").get("ino"))
                .isEqualTo(before);
        assertThat(names()).containsExactly(version);
    }

    @Test
    void aBrokenVersionIsReplaced() throws IOException {
        String version = store.save(GoldenModels.model());
        Files.writeString(models.resolve(version).resolve("users.csv"), "broken");
        Files.delete(models.resolve(version).resolve("rankings.csv"));
        store.save(GoldenModels.model());
        assertThat(store.load(version).model().users().size()).isEqualTo(4);
        assertThat(names()).containsExactly(version);
    }

    @Test
    void aFileInTheVersionsPlaceIsReplaced() throws IOException {
        Files.createDirectories(models);
        Files.writeString(models.resolve(GoldenModels.VERSION), "no folder");
        store.save(GoldenModels.model());
        assertThat(store.load(GoldenModels.VERSION).model().users().size()).isEqualTo(4);
    }

    @Test
    void othersMayReadWhatIsSaved() throws IOException {
        Path version = models.resolve(store.save(GoldenModels.model()));
        store.makeCurrent(GoldenModels.VERSION);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(version)))
                .endsWith("r-xr-x");
        for (Path file : GoldenModels.files(version)) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .endsWith("r--r--");
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(models.resolve("CURRENT"))))
                .endsWith("r--r--");
    }

    @Test
    void currentNamesWhatIsLoadedAndCanBeSwapped() throws IOException {
        assertThat(store.loadCurrent()).as("before anything is saved").isEmpty();
        String first = store.save(TestData.model());
        assertThat(store.loadCurrent()).as("before anything is made current").isEmpty();
        store.makeCurrent(first);
        assertThat(store.loadCurrent().orElseThrow().version()).isEqualTo(first);
        store.makeCurrent(store.save(GoldenModels.model()));
        assertThat(store.loadCurrent().orElseThrow().version()).isEqualTo(GoldenModels.VERSION);
        assertThat(models.resolve("CURRENT")).hasContent(GoldenModels.VERSION);
        assertThat(names()).containsExactlyInAnyOrder("CURRENT", first, GoldenModels.VERSION);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "../20250710-42261c286bb5",
                "20250710-42261c286bb5/../x",
                "/etc",
                "20250710-42261C286BB5",
                "20990101-0123456789ab"
            })
    void namesOfNoVersionAreRefused(String name) {
        store.save(GoldenModels.model());
        assertThatThrownBy(() -> store.load(name))
                .isInstanceOf(SnapshotException.class)
                .hasMessage("found no model version '%s'; expected a folder of that name such as 20250710-0123456789ab"
                        .formatted(name));
    }

    @Test
    void aLongNameIsCutInTheMessage() {
        assertThatThrownBy(() -> store.load("x".repeat(1_000)))
                .hasMessageStartingWith("found no model version '" + "x".repeat(40) + "…';");
    }

    @Test
    void aCurrentFileThatNamesNoVersionIsRefused() throws IOException {
        Files.createDirectories(models);
        Files.writeString(models.resolve("CURRENT"), "../../secret\n");
        assertThatThrownBy(store::loadCurrent)
                .isInstanceOf(SnapshotException.class)
                .hasMessageStartingWith("found no model version '../../secret';");
        Files.write(models.resolve("CURRENT"), new byte[] {(byte) 0xff});
        assertThatThrownBy(store::loadCurrent)
                .isInstanceOf(SnapshotException.class)
                .hasMessage(
                        "CURRENT cannot be read; expected a file with the name of a version; check its permissions, or remove it and promote a version");
    }

    @Test
    void aFileInThePlaceOfTheFolderIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        for (Path place : List.of(file, file.resolve("models"))) {
            SnapshotStore blocked = new SnapshotStore(place);
            assertThatThrownBy(() -> blocked.save(GoldenModels.model()))
                    .isInstanceOf(SnapshotException.class)
                    .hasMessage(UNWRITABLE);
            assertThatThrownBy(() -> blocked.makeCurrent(GoldenModels.VERSION))
                    .isInstanceOf(SnapshotException.class)
                    .hasMessage(UNWRITABLE);
        }
    }

    @Test
    void aFolderInThePlaceOfCurrentIsSetAside() throws IOException {
        Files.createDirectories(models.resolve("CURRENT/full"));
        store.makeCurrent(GoldenModels.VERSION);
        assertThat(store.currentName()).hasValue(GoldenModels.VERSION);
        assertThat(names())
                .hasSize(2)
                .contains("CURRENT")
                .anySatisfy(name -> assertThat(name).startsWith("CURRENT.aside-"));
    }

    private List<String> names() throws IOException {
        return GoldenModels.files(models).stream()
                .map(path -> path.getFileName().toString())
                .toList();
    }
}
