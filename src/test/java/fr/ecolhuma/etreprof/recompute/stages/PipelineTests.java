package fr.ecolhuma.etreprof.recompute.stages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ecolhuma.etreprof.TestData;
import fr.ecolhuma.etreprof.classification.embedding.Embedder;
import fr.ecolhuma.etreprof.classification.judging.ModelCard;
import fr.ecolhuma.etreprof.domain.CatalogueItem;
import fr.ecolhuma.etreprof.domain.ContentKey;
import fr.ecolhuma.etreprof.domain.TaughtLevels.Stage;
import fr.ecolhuma.etreprof.ingestion.file.ExportException;
import fr.ecolhuma.etreprof.ingestion.source.Exports;
import fr.ecolhuma.etreprof.segmentation.model.FeatureSet;
import fr.ecolhuma.etreprof.segmentation.profile.SegmentProfile;
import fr.ecolhuma.etreprof.snapshot.model.Provenance;
import fr.ecolhuma.etreprof.snapshot.model.TrainedModel;
import fr.ecolhuma.etreprof.snapshot.model.UserIndex;
import fr.ecolhuma.etreprof.tables.RowAccount;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.util.unit.DataSize;

class PipelineTests {

    @TempDir
    Path folder;

    private TrainedModel train(LocalDate asOf) {
        return TestData.pipeline(2)
                .train(TestData.exports(folder), asOf, null, Progress.NONE)
                .model();
    }

    @Test
    void theProvenanceTellsInputsParametersAndRows() throws IOException, NoSuchAlgorithmException {
        Provenance provenance = train(null).provenance();
        assertThat(provenance.codeVersion()).isEqualTo("test");
        assertThat(provenance.asOf()).isEqualTo(LocalDateTime.parse(TestData.AS_OF));
        assertThat(provenance.parameters())
                .isEqualTo(Map.of("k", "4", "restarts", "3", "seed", "42", "features", "behaviour", "keep", "0.01"));
        assertThat(provenance.inputs()).containsOnlyKeys("users", "contents", "interactions", "topics");
        byte[] users = Files.readAllBytes(folder.resolve("users.csv"));
        assertThat(provenance.inputs())
                .containsEntry(
                        "users",
                        HexFormat.of()
                                .formatHex(MessageDigest.getInstance("SHA-256").digest(users)));
        assertThat(provenance.rows().users())
                .extracting(RowAccount::read, RowAccount::kept)
                .containsExactly(63L, 60L);
        assertThat(provenance.unknownContentEvents()).isZero();
    }

    @ParameterizedTest
    @EnumSource(
            value = FeatureSet.class,
            names = {"THEMATIC", "BOTH"})
    void segmentsByThemeKnowTheThemesOfEachUser(FeatureSet features) {
        Pipeline pipeline = new Pipeline(
                new PipelineSettings(DataSize.ofMegabytes(200), 1, 3, 42, features), "test", Clock.systemUTC());
        TrainedModel model = pipeline.train(TestData.exports(folder), null, null, Progress.NONE)
                .model();
        assertThat(model.provenance().parameters()).containsEntry("features", features.code());
        assertThat(model.segments().columns()).hasSize(14 + 46).contains("nb_opened_mail", "topic_16");
        assertThat(model.profiles().stream().mapToInt(SegmentProfile::size).sum())
                .isEqualTo(60);
        // who reads most is still known by it
        List<Double> used = model.profiles().stream()
                .map(profile -> profile.means().get("total_interactions_x"))
                .toList();
        assertThat(Collections.max(used)).isEqualTo(used.get(2));
        int row = model.users().rowOf(205).orElseThrow();
        assertThat(model.segments().segmentOf(model.users().counts().row(row)))
                .isEqualTo(model.users().segment(row));
    }

    private TrainedModel trainWith(Path labelled) {
        PipelineSettings settings = new PipelineSettings(
                DataSize.ofMegabytes(200), 2, 3, 42, FeatureSet.BEHAVIOUR, 0.01, labelled, Embedder.none());
        return new Pipeline(settings, "test", TestData.CLOCK)
                .train(TestData.exports(folder), null, null, Progress.NONE)
                .model();
    }

    @Test
    void textsLabelledByHandAreLearntWithTheExport() throws IOException {
        Path labelled = Files.writeString(folder.resolve("labelled.jsonl"), """
                {"id": "a", "label": "stress", "text": "Souffler lentement avant le contrôle calme le coeur qui bat."}
                {"id": "b", "label": "stress", "text": "La veille d'un examen, on dort mal et on a mal au ventre."}
                {"id": "c", "label": "mental_health", "text": "Un élève en deuil a besoin d'un adulte qui écoute."}
                """);
        ModelCard without = train(null).classifier().orElseThrow().card();
        ModelCard with = trainWith(labelled).classifier().orElseThrow().card();

        assertThat(with.sources().get("own_contents"))
                .isEqualTo(without.sources().get("own_contents") + 3);
        assertThat(with.themeCounts().get("stress"))
                .isEqualTo(without.themeCounts().get("stress") + 2);
        assertThat(with.defiCounts().get("mental_health"))
                .isEqualTo(without.defiCounts().get("mental_health") + 1);
    }

    @Test
    void aLabelledFileThatContradictsItselfIsRefusedByName() throws IOException {
        Path labelled = Files.writeString(folder.resolve("labelled.jsonl"), """
                {"id": "a", "label": "stress", "text": "Souffler lentement avant le contrôle."}
                {"id": "b", "label": "noise", "text": "Souffler lentement avant le contrôle."}
                """);
        assertThatExceptionOfType(ExportException.class)
                .isThrownBy(() -> trainWith(labelled))
                .withMessageStartingWith("the labelled texts (ETREPROF_LABELLED_TEXTS): labelled.jsonl")
                .withMessageContaining("a")
                .withMessageContaining("b");
    }

    @Test
    void anAsOfDayMeansItsEndAndLeavesOutWhatIsLater() throws IOException {
        TrainedModel model = train(LocalDate.of(2025, 7, 9));
        assertThat(model.provenance().asOf()).isEqualTo(LocalDateTime.parse("2025-07-09T23:59:59.999999"));
        long later = Files.readAllLines(folder.resolve("interactions.csv")).stream()
                .filter(line -> line.contains(",2025-07-10 ") && !line.contains(",session,"))
                .distinct()
                .count();
        assertThat(model.provenance()
                        .rows()
                        .events()
                        .rejected()
                        .get("after_as_of")
                        .rows())
                .isEqualTo(later)
                .isPositive();
    }

    @Test
    void usersAreIndexedWithWhatIsKnownOfThem() {
        UserIndex users = train(null).users();
        assertThat(users.size()).isEqualTo(60);
        assertThat(users.rowOf(900)).as("in Belgium").isEmpty();
        assertThat(users.rowOf(901)).as("in Canada").isEmpty();
        int primary = users.rowOf(100).orElseThrow();
        assertThat(users.degre(primary)).isEqualTo(1);
        assertThat(users.academie(primary)).isEqualTo("Paris");
        // 10 years at the sign-up in 2020, counted in 2025
        assertThat(users.anciennete(primary)).isEqualTo(15);
        int secondary = users.rowOf(101).orElseThrow();
        assertThat(users.degre(secondary)).isEqualTo(2);
        assertThat(users.levels(secondary).stages()).extracting(Stage::code).containsExactly("college", "lycee");
        int unknown = users.rowOf(102).orElseThrow();
        assertThat(users.degre(unknown)).isZero();
        assertThat(users.academie(unknown)).isNull();
        assertThat(users.anciennete(unknown)).isNull();
    }

    @Test
    void theCatalogueHasThemesDefisAndDays() {
        List<CatalogueItem> catalogue = train(null).catalogue();
        assertThat(catalogue).hasSize(20).isSortedAccordingTo((a, b) -> a.key().compareTo(b.key()));
        assertThat(catalogue.get(2))
                .isEqualTo(new CatalogueItem(
                        new ContentKey("article", 3),
                        "Titre article, no 3",
                        32,
                        List.of("ecological_transition"),
                        List.of("CP", "CE1"),
                        true,
                        LocalDate.of(2024, 2, 3)));
        // article 1 mathematics, article 2 spelling by its French label; fiche 1 noise, fiche 2 Emotions
        assertThat(catalogue).extracting(CatalogueItem::theme).startsWith(16, 5, 32, -1, -1, 3, 10, -1);
        assertThat(catalogue)
                .filteredOn(item -> item.key().equals(new ContentKey("guide_pratique", 1)))
                .extracting(CatalogueItem::theme)
                .as("a topic that names no theme")
                .containsExactly(-1);
    }

    @Test
    void levelsThatAFileCouldNotTellApartAreMended() throws IOException {
        Exports exports = TestData.exports(folder);
        Path contents = Path.of(exports.contents());
        List<String> lines = new ArrayList<>(Files.readAllLines(contents));
        lines.set(1, lines.get(1).replace("['CP', 'CE1']", "['CP|CE1', '', 'CE2']"));
        lines.set(2, lines.get(2).replace(",2024-02-02 10:00:00,", ",,"));
        lines.set(3, lines.get(3).replace(",2024-01-03 09:00:00,2024-02-03 10:00:00,", ",,,"));
        Files.write(contents, lines);
        List<CatalogueItem> catalogue = TestData.pipeline(1)
                .train(exports, null, null, Progress.NONE)
                .model()
                .catalogue();
        assertThat(catalogue.get(0).levels()).containsExactly("CP/CE1", "CE2");
        assertThat(catalogue.get(1).publishedOn()).as("else created").isEqualTo(LocalDate.of(2024, 1, 2));
        assertThat(catalogue.get(2).publishedOn()).as("else unknown").isNull();
    }

    @Test
    void stagesAreToldInOrder() {
        List<Progress.Stage> stages = new ArrayList<>();
        TestData.pipeline(1).train(TestData.exports(folder), null, null, stages::add);
        assertThat(stages)
                .containsExactly(
                        Progress.Stage.FEATURES,
                        Progress.Stage.THEMES,
                        Progress.Stage.SEGMENTATION,
                        Progress.Stage.RECOMMENDATION);
    }

    @Test
    void aMissingExportIsNamedWithoutItsFolder() {
        Exports exports = TestData.exports(folder);
        Exports wrong = new Exports(folder.resolve("nowhere.csv").toString(), exports.contents(), "x", null);
        assertThatThrownBy(() -> TestData.pipeline(1).train(wrong, null, null, Progress.NONE))
                .isInstanceOf(ExportException.class)
                .hasMessageContaining("nowhere.csv: no such file")
                .hasMessageNotContaining(folder.toString());
    }
}
