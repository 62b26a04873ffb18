package fr.ecolhuma.etreprof.snapshot.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.ecolhuma.etreprof.TestData;
import fr.ecolhuma.etreprof.domain.CatalogueItem;
import fr.ecolhuma.etreprof.domain.ContentKey;
import fr.ecolhuma.etreprof.domain.TaughtLevels.Stage;
import fr.ecolhuma.etreprof.recommendation.list.ContentFilter;
import fr.ecolhuma.etreprof.recommendation.list.PersonalList;
import fr.ecolhuma.etreprof.recommendation.list.PersonalRequest;
import fr.ecolhuma.etreprof.recommendation.usage.SegmentUsage;
import fr.ecolhuma.etreprof.recompute.stages.Pipeline;
import fr.ecolhuma.etreprof.recompute.stages.PipelineSettings;
import fr.ecolhuma.etreprof.recompute.stages.Progress;
import fr.ecolhuma.etreprof.segmentation.SegmentationQuality;
import fr.ecolhuma.etreprof.segmentation.model.FeatureSet;
import fr.ecolhuma.etreprof.snapshot.model.Provenance;
import fr.ecolhuma.etreprof.snapshot.model.Snapshot;
import fr.ecolhuma.etreprof.snapshot.model.TrainedModel;
import fr.ecolhuma.etreprof.snapshot.model.UserIndex;
import fr.ecolhuma.etreprof.tables.InteractionTable;
import fr.ecolhuma.etreprof.tables.RowAccount;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.util.unit.DataSize;

/** What is written is what is read, and what was written by format 1 is read for ever. */
class SnapshotFormatTests {

    @TempDir
    Path models;

    @Test
    void whatIsSavedIsLoadedEqualInEveryField() {
        SnapshotStore store = new SnapshotStore(models);
        String version = store.save(TestData.model());
        Snapshot saved = TestData.snapshot();
        Snapshot loaded = store.load(version);
        assertThat(loaded.version()).isEqualTo(version);
        assertThat(loaded.model())
                .usingRecursiveComparison()
                // words that were looked up while learning
                .ignoringFieldsMatchingRegexes("classifier\\..*Words\\.kept.*")
                .withEqualsForType(Double::equals, Double.class)
                .isEqualTo(TestData.model());
        assertThat(loaded.taxonomy()).isEqualTo(saved.taxonomy());
        assertThat(loaded.recommenders())
                .usingRecursiveComparison()
                .ignoringFieldsMatchingRegexes(".*labels")
                .isEqualTo(saved.recommenders());
    }

    @ParameterizedTest
    @EnumSource(
            value = FeatureSet.class,
            names = {"THEMATIC", "BOTH"})
    void aVersionOfSegmentsByThemeAnswersTheSameWhenLoaded(FeatureSet features) {
        Pipeline pipeline = new Pipeline(
                new PipelineSettings(DataSize.ofMegabytes(200), 1, 3, 42, features), "test", TestData.CLOCK);
        TrainedModel trained = pipeline.train(TestData.exports(models.resolve("exports")), null, null, Progress.NONE)
                .model();
        SnapshotStore store = new SnapshotStore(models.resolve("versions"));
        String version = store.save(trained);
        Snapshot saved = Snapshot.of(version, trained);
        Snapshot loaded = store.load(version);

        TrainedModel model = loaded.model();
        assertThat(model.segments().columns())
                .isEqualTo(trained.segments().columns())
                .contains("topic_16");
        assertThat(model.provenance()).isEqualTo(trained.provenance());
        assertThat(model.profiles()).isEqualTo(trained.profiles());
        for (int row = 0; row < trained.users().size(); row++) {
            assertThat(model.users().segment(row)).isEqualTo(trained.users().segment(row));
            assertThat(model.users().counts().row(row))
                    .isEqualTo(trained.users().counts().row(row));
            assertThat(model.segments().segmentOf(model.users().counts().row(row)))
                    .isEqualTo(trained.users().segment(row));
            assertThat(list(loaded, row)).isEqualTo(list(saved, row));
        }
        assertThat(loaded.recommenders())
                .usingRecursiveComparison()
                .ignoringFieldsMatchingRegexes(".*labels")
                .isEqualTo(saved.recommenders());
    }

    private static PersonalList list(Snapshot snapshot, int row) {
        InteractionTable uses = snapshot.model().interactions();
        List<Integer> history = IntStream.range(uses.start(row), uses.end(row))
                .map(uses::content)
                .boxed()
                .toList();
        return snapshot.personal()
                .recommend(new PersonalRequest(
                        history,
                        snapshot.model().users().segment(row),
                        snapshot.model().users().levels(row),
                        ContentFilter.ANY,
                        Set.of(),
                        false,
                        10));
    }

    @Test
    void theNumberOfThreadsChangesNoByte() throws IOException {
        for (int threads : List.of(1, 2)) {
            TrainedModel model = TestData.pipeline(threads)
                    .train(TestData.exports(models.resolve("exports")), null, null, Progress.NONE)
                    .model();
            Path folder = Files.createDirectory(models.resolve("threads-" + threads));
            SnapshotFiles.write(folder, model);
        }
        assertSameFiles(models.resolve("threads-1"), models.resolve("threads-2"));
    }

    @Test
    void theGoldenVersionIsWrittenBackByteForByte() {
        assertThat(new SnapshotStore(models).save(GoldenModels.model())).isEqualTo(GoldenModels.VERSION);
        assertSameFiles(
                models.resolve(GoldenModels.VERSION), GoldenModels.folder().resolve(GoldenModels.VERSION));
    }

    private static void assertSameFiles(Path found, Path expected) {
        assertThat(found).isNotEmptyDirectory();
        assertThat(expected).isDirectoryNotContaining(file -> !Files.exists(found.resolve(file.getFileName())));
        assertThat(found).isDirectoryNotContaining(file -> !sameBytes(file, expected.resolve(file.getFileName())));
    }

    private static boolean sameBytes(Path one, Path other) {
        try {
            return Files.mismatch(one, other) == -1;
        } catch (IOException e) {
            throw new AssertionError("cannot compare " + other, e);
        }
    }

    @Test
    void theGoldenSegmentsAreRead() {
        TrainedModel model = GoldenModels.model();
        assertThat(model.segments().columns()).containsExactly("nb_contenu", "nb_opened_mail");
        // with mean and deviation ln 2, the scaled coordinates -1, 0, 1, 2 stand for the counts 0, 1, 3, 7
        assertThat(model.segments().centroidCounts(2)).containsExactly(new double[] {7, 3}, within(1e-12));
        assertThat(model.segments().segmentOf(new int[] {0, 6})).isEqualTo(1);
        assertThat(model.quality()).isEqualTo(new SegmentationQuality(0, 0.5, 0.25, 12.5, List.of(1, 1, 1, 1)));
        assertThat(model.profiles().get(1).anciennete()).isNull();
        assertThat(model.profiles().get(2).anciennete()).isEqualTo(40);
        assertThat(model.profiles().get(2).means()).isEqualTo(Map.of("nb_contenu", 7.0, "nb_opened_mail", 3.0));
        assertThat(model.profiles().get(1).usersByStage())
                .containsEntry(Stage.COLLEGE, 1)
                .containsEntry(Stage.AUTRE, 0);
    }

    @Test
    void theGoldenUsersAreRead() {
        UserIndex users = GoldenModels.model().users();
        assertThat(users.size()).isEqualTo(4);
        int row = users.rowOf(11).orElseThrow();
        assertThat(users.segment(row)).isEqualTo(1);
        assertThat(users.degre(row)).isEqualTo(2);
        // 12 = 4 (collège) + 8 (lycée)
        assertThat(users.levels(row).stages()).containsExactly(Stage.COLLEGE, Stage.LYCEE);
        assertThat(users.anciennete(row)).isNull();
        assertThat(users.academie(row)).isEqualTo("Orléans-Tours");
        assertThat(users.counts().row(row)).containsExactly(0, 7);
        assertThat(users.rowOf(9_000_000_000L)).hasValue(3);
        assertThat(users.academie(3)).isNull();
    }

    @Test
    void theGoldenCatalogueAndItsUseAreRead() {
        TrainedModel model = GoldenModels.model();
        assertThat(model.catalogue())
                .containsExactly(
                        new CatalogueItem(
                                new ContentKey("article", 1),
                                "Lire, dire et \"jouer\" un conte",
                                17,
                                List.of(),
                                List.of("CP", "CE1"),
                                true,
                                LocalDate.of(2024, 2, 1)),
                        new CatalogueItem(
                                new ContentKey("article", 3), "Brouillon", -1, List.of(), List.of(), false, null),
                        new CatalogueItem(
                                new ContentKey("fiche_outils", 1),
                                "Respirer avant l'oral",
                                9,
                                List.of("student_success", "mental_health"),
                                List.of(),
                                true,
                                LocalDate.of(2025, 3, 15)));
        assertThat(model.interactions().entries()).isEqualTo(3);
        // the third user row (id 12) used contents 0 and 2
        assertThat(model.interactions().start(2)).isEqualTo(1);
        assertThat(model.interactions().end(2)).isEqualTo(3);
        assertThat(model.interactions().content(2)).isEqualTo(2);
        assertThat(model.interactions().uses(1)).isEqualTo(5);
        assertThat(model.interactions().lastSecond(2)).isEqualTo(1_700_000_000L);
        assertThat(model.usage().get(2).entries().get(2)).isEqualTo(new SegmentUsage.Entry(1, 1, 0.875));
        assertThat(model.usage().get(2).users()).isEqualTo(1);
        assertThat(model.usage().get(2).population()).isEqualTo(4);
    }

    @Test
    void theGoldenProvenanceIsRead() {
        Provenance provenance = GoldenModels.model().provenance();
        assertThat(provenance.codeVersion()).isEqualTo("1.0.0");
        assertThat(provenance.asOf()).isEqualTo(LocalDateTime.of(2025, 7, 10, 12, 0));
        assertThat(provenance.inputs()).containsEntry("users", "05e45").hasSize(3);
        assertThat(provenance.parameters()).containsEntry("seed", "42");
        RowAccount users = provenance.rows().users();
        assertThat(users.rejected()).containsEntry("locale_be", new RowAccount.Rejection(2, List.of(3L, 5L)));
        assertThat(provenance.unknownContentEvents()).isEqualTo(9);
    }
}
