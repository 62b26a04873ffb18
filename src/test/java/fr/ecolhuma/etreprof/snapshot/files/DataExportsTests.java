package fr.ecolhuma.etreprof.snapshot.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ecolhuma.etreprof.snapshot.disk.SnapshotException;
import fr.ecolhuma.etreprof.snapshot.model.Snapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataExportsTests {

    private static final Snapshot GOLDEN =
            new SnapshotStore(GoldenModels.folder()).loadCurrent().orElseThrow();

    @TempDir
    Path folder;

    private List<String> lines(String name) throws IOException {
        return Files.readAllLines(folder.resolve(name));
    }

    @Test
    void profilesHaveOneRowASegment() throws IOException {
        new DataExports(folder, ';').write(GOLDEN);
        assertThat(lines("cluster_profiles.csv"))
                .containsExactly(
                        "\uFEFFcluster;name;size;percentage;nb_contenu;nb_opened_mail;anciennete;topic_count;"
                                + "activity_level;email_engagement;content_usage",
                        "0;Balanced Users;1;25,0;1,0;1,0;12,0;1,0;0,8;0,5;0,67",
                        "1;Email Specialists;1;25,0;0,0;7,0;;0,0;1,7;2,0;0,0",
                        "2;Super Users;1;25,0;7,0;3,0;40,0;2,0;2,0;1,33;2,0",
                        "3;Inactive Users;1;25,0;0,0;0,0;;0,0;0,0;0,0;0,0");
    }

    @Test
    void assignmentsHaveOneRowAUser() throws IOException {
        new DataExports(folder, '\t').write(GOLDEN);
        assertThat(lines("user_cluster_assignments.csv"))
                .containsExactly("\uFEFFuser_id\tcluster", "7\t0", "11\t1", "12\t2", "9000000000\t3");
    }

    @Test
    void recommendationsAreRankedForEverySegment() throws IOException {
        new DataExports(folder, ',').write(GOLDEN);
        // two contents are published: of two the better one has 1 and the other 0
        assertThat(lines("content_recommendations_mapping.csv"))
                .containsExactly(
                        "\uFEFFcluster,rank,type,id,title,theme,defis,score",
                        "0,1,article,1,\"Lire, dire et \"\"jouer\"\" un conte\",Reading and Writing,,1.0",
                        "0,2,fiche_outils,1,Respirer avant l'oral,Stress Management,student_success|mental_health,0.0",
                        "1,1,fiche_outils,1,Respirer avant l'oral,Stress Management,student_success|mental_health,1.0",
                        "1,2,article,1,\"Lire, dire et \"\"jouer\"\" un conte\",Reading and Writing,,0.0",
                        "2,1,article,1,\"Lire, dire et \"\"jouer\"\" un conte\",Reading and Writing,,1.0",
                        "2,2,fiche_outils,1,Respirer avant l'oral,Stress Management,student_success|mental_health,0.0",
                        "3,1,article,1,\"Lire, dire et \"\"jouer\"\" un conte\",Reading and Writing,,1.0",
                        "3,2,fiche_outils,1,Respirer avant l'oral,Stress Management,student_success|mental_health,0.0");
    }

    @Test
    void filesAreReplacedAsAWholeAndNothingElseStays() throws IOException {
        Path data = folder.resolve("new/data");
        Files.createDirectories(data);
        Path old = Files.writeString(data.resolve("user_cluster_assignments.csv"), "old");
        Object inode = Files.getAttribute(old, "unix:ino");
        new DataExports(data, ';').write(GOLDEN);
        assertThat(Files.getAttribute(old, "unix:ino"))
                .as("another file took the name")
                .isNotEqualTo(inode);
        assertThat(GoldenModels.files(data))
                .extracting(file -> file.getFileName().toString())
                .containsExactly(
                        "cluster_profiles.csv", "content_recommendations_mapping.csv", "user_cluster_assignments.csv");
    }

    @Test
    void aFolderThatCannotBeMadeIsToldAndStays() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        for (Path place : List.of(file, file.resolve("data"))) {
            assertThatThrownBy(() -> new DataExports(place, ';').write(GOLDEN))
                    .isInstanceOf(SnapshotException.class)
                    .hasMessage("the data folder cannot be written; check that it is writable and has free space");
        }
        assertThat(GoldenModels.files(folder)).containsExactly(file);
    }

    @Test
    void aFolderInThePlaceOfAFileIsSetAside() throws IOException {
        Files.createDirectories(folder.resolve("cluster_profiles.csv/full"));
        new DataExports(folder, ';').write(GOLDEN);
        assertThat(folder.resolve("cluster_profiles.csv")).isRegularFile();
        assertThat(GoldenModels.files(folder))
                .extracting(one -> one.getFileName().toString())
                .anyMatch(name -> name.startsWith("cluster_profiles.csv.aside-"));
    }
}
