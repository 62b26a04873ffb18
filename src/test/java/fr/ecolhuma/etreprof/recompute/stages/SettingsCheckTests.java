package fr.ecolhuma.etreprof.recompute.stages;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ecolhuma.etreprof.recompute.TestModels;
import fr.ecolhuma.etreprof.segmentation.model.FeatureSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsCheckTests {

    @TempDir
    Path folder;

    private EtreprofSettings settings(String users, String contents, String interactions) {
        return new EtreprofSettings(
                folder.resolve("data"),
                folder.resolve("models"),
                users,
                contents,
                interactions,
                "",
                "500MB",
                1,
                10,
                42,
                new EtreprofSettings.Segmenting(FeatureSet.BEHAVIOUR, 0.01),
                "",
                "",
                TestModels.NO_SOURCES,
                "");
    }

    private String file(String name) throws IOException {
        return Files.writeString(folder.resolve(name), "id").toString();
    }

    @Test
    void filesAndAddressesAreEnough() throws IOException {
        assertThat(SettingsCheck.problems(settings(file("u"), "https://example.org/c.csv", file("i"))))
                .isEmpty();
        assertThat(folder.resolve("models")).doesNotExist();
    }

    @Test
    void aMissingFileAndAFolderInItsPlaceAreNamedByTheirVariables() throws IOException {
        assertThat(SettingsCheck.problems(settings(
                        file("u"), folder.toString(), folder.resolve("none").toString())))
                .containsExactly(
                        "the contents export: found no file that can be read; set CONTENTS_URL_DB to a path or an http(s) address",
                        "the interactions export: found no file that can be read; set INTERACTIONS_URL_DB to a path or an http(s) address");
    }

    @Test
    void anAddressThatNobodyCanCallIsAProblem() throws IOException {
        assertThat(SettingsCheck.problems(settings("s3://bucket/users.csv", file("c"), file("i"))))
                .singleElement()
                .asString()
                .startsWith(
                        "the address of the users export begins with s3:, expected a path or file:, http:, https:, gs:");
    }

    @Test
    void addressesOfDatabasesAndBucketsAreJudgedAsTheyAreWritten() throws IOException {
        assertThat(SettingsCheck.problems(settings(
                        "postgresql://ann@db/platform?table=users",
                        "gs://bucket/contents.csv",
                        "jdbc:mysql://db/platform?table=interactions")))
                .isEmpty();
        assertThat(SettingsCheck.problems(
                        settings("postgresql://ann:secret@db/platform?table=users", file("c"), file("i"))))
                .singleElement()
                .asString()
                .startsWith(
                        "the address of the users export holds a password; take it out, and set ETREPROF_EXPORTS_PASSWORD")
                .doesNotContain("secret");
    }

    @Test
    void aFileAddressThatNamesNoFileIsAProblem() throws IOException {
        assertThat(SettingsCheck.problems(settings("file://" + file("u"), file("c"), "file:///no/such/file.csv")))
                .containsExactly(
                        "the interactions export: found no file that can be read; set INTERACTIONS_URL_DB to a path or an http(s) address");
    }

    @Test
    void oneAddressOfThreeMissingIsAProblem() throws IOException {
        assertThat(SettingsCheck.problems(settings(file("u"), file("c"), "")))
                .containsExactly(
                        "found only some of the exports configured, expected all or none; set INTERACTIONS_URL_DB too");
    }

    @Test
    void aFileWhereAFolderShouldBeIsAProblem() throws IOException {
        file("models");
        assertThat(SettingsCheck.problems(settings(file("u"), file("c"), file("i"))))
                .containsExactly(
                        "the models folder cannot be written; make it writable or set ETREPROF_MODELS_DIR to another folder");
    }

    @Test
    void labelledTextsThatAreNotThereAreAProblem() throws IOException {
        EtreprofSettings base = settings(file("u"), file("c"), file("i"));
        EtreprofSettings labelled = new EtreprofSettings(
                base.dataDir(),
                base.modelsDir(),
                base.users(),
                base.contents(),
                base.interactions(),
                base.topics(),
                base.memoryLimit(),
                base.threads(),
                base.restarts(),
                base.seed(),
                base.segmentation(),
                folder.resolve("missing.jsonl").toString(),
                "",
                base.sources(),
                "");

        assertThat(SettingsCheck.problems(labelled))
                .containsExactly(
                        "the labelled texts: found no file that can be read; set ETREPROF_LABELLED_TEXTS to a path");
    }
}
