package fr.ecolhuma.etreprof.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import fr.ecolhuma.etreprof.domain.TaughtLevels;
import fr.ecolhuma.etreprof.features.count.EventDates;
import fr.ecolhuma.etreprof.features.count.FeatureTable;
import fr.ecolhuma.etreprof.features.count.TopicTable;
import fr.ecolhuma.etreprof.ingestion.row.User;
import fr.ecolhuma.etreprof.tables.CountMatrix;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeatureCsvTests {

    private static final LocalDateTime MORNING = LocalDateTime.of(2025, 7, 1, 8, 5, 9);

    private static final TopicTable TOPICS =
            new TopicTable(CountMatrix.of(List.of("topic_0", "topic_1"), new int[] {0, 3, 0, 0}));

    @TempDir
    Path folder;

    @Test
    void columnsHaveTheirNamesAndOrder() throws IOException {
        Path out = folder.resolve("features.csv");
        FeatureCsv.write(table(), TOPICS, out);
        assertThat(Files.readAllLines(out).getFirst())
                .isEqualTo("id,code_postal,departement,academie,anciennete,created_at,degre,"
                        + "maternelle,elementaire,college,lycee,lycee_pro,autre,discipline,type_etab,"
                        + "nb_contenu,nb_fiche_outils,nb_guide_pratique,nb_transition_ecologique,nb_sante_mentale,"
                        + "nb_ecole_inclusive,nb_cps,nb_reussite_tous_eleves,total_interactions_x,diversite_contenus,"
                        + "nb_vote,nb_comments,nb_opened_mail,nb_clicked_mail,total_interactions_y,join_date,last_action_date,"
                        + "week_minus_0,week_minus_1,week_minus_2,week_minus_3,week_minus_4,week_minus_5,"
                        + "week_minus_6,week_minus_7,week_minus_8,week_minus_9,week_minus_10,week_minus_11,"
                        + "month_minus_0,month_minus_1,month_minus_2,month_minus_3,month_minus_4,month_minus_5,"
                        + "month_minus_6,month_minus_7,month_minus_8,month_minus_9,month_minus_10,month_minus_11,"
                        + "year_minus_0,year_minus_1,year_minus_2,topic_0,topic_1,topic_count");
    }

    @Test
    void cellsAreReadBackAsTheyWere() throws IOException {
        Path out = folder.resolve("features.csv");
        FeatureCsv.write(table(), TOPICS, out);
        Map<Long, Map<String, String>> rows = FeatureRows.read(out);
        assertThat(rows.keySet()).containsExactly(7L, 9L);
        assertThat(rows.get(7L))
                .containsEntry("code_postal", "01280")
                .containsEntry("academie", "Lyon, \"le grand\"")
                .containsEntry("anciennete", "12")
                .containsEntry("created_at", "2025-07-01 08:05:09")
                .containsEntry("degre", "2")
                .containsEntry("college", "1")
                .containsEntry("lycee", "0")
                .containsEntry("discipline", "Arts\nplastiques")
                .containsEntry("nb_contenu", "1")
                .containsEntry("nb_clicked_mail", "14")
                .containsEntry("total_interactions_y", "100")
                .containsEntry("join_date", "2025-07-01 08:05:09")
                .containsEntry("last_action_date", "2025-07-01 08:05:10")
                .containsEntry("week_minus_0", "101")
                .containsEntry("year_minus_2", "127")
                .containsEntry("topic_0", "0")
                .containsEntry("topic_1", "3")
                .containsEntry("topic_count", "1");
        assertThat(rows.get(9L))
                .containsEntry("code_postal", "")
                .containsEntry("academie", "")
                .containsEntry("anciennete", "")
                .containsEntry("created_at", "")
                .containsEntry("discipline", "")
                .containsEntry("join_date", "")
                .containsEntry("last_action_date", "")
                .containsEntry("nb_contenu", "0")
                .containsEntry("topic_count", "0");
    }

    @Test
    void whatWasThereIsReplacedAndNothingElseIsLeft() throws IOException {
        Path out = Files.writeString(folder.resolve("features.csv"), "old");
        FeatureCsv.write(table(), TOPICS, out);
        assertThat(Files.readString(out)).startsWith("id,").endsWith("\n").doesNotContain("\r");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(out);
        }
    }

    @Test
    void whatCannotBeReplacedStays() throws IOException {
        Path out =
                Files.createDirectories(folder.resolve("features.csv/inside")).getParent();
        assertThatIOException().isThrownBy(() -> FeatureCsv.write(table(), TOPICS, out));
        assertThat(out.resolve("inside")).isDirectory();
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(out);
        }
    }

    private static FeatureTable table() {
        User full = new User(
                7,
                "01280",
                "01",
                "Lyon, \"le grand\"",
                12,
                MORNING,
                2,
                TaughtLevels.of(Set.of(TaughtLevels.Stage.COLLEGE)),
                "Arts\nplastiques",
                "Collège");
        User blank = new User(9, null, null, null, null, null, 0, TaughtLevels.NONE, null, null);
        int[] behaviour = new int[28];
        int[] activity = new int[56];
        for (int i = 0; i < 14; i++) {
            behaviour[i] = i + 1;
        }
        for (int i = 0; i < 28; i++) {
            activity[i] = 100 + i;
        }
        EventDates dates = new EventDates(2);
        long micros = MORNING.toEpochSecond(java.time.ZoneOffset.UTC) * 1_000_000;
        dates.put(0, micros, micros + 1_000_000);
        return new FeatureTable(
                List.of(full, blank),
                CountMatrix.of(FeatureTable.BEHAVIOUR, behaviour),
                CountMatrix.of(FeatureTable.ACTIVITY, activity),
                dates);
    }
}
