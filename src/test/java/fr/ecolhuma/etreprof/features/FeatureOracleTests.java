package fr.ecolhuma.etreprof.features;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ecolhuma.etreprof.ingestion.row.Content;
import fr.ecolhuma.etreprof.tables.InteractionTable;
import fr.ecolhuma.etreprof.tables.RowAccount;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small messy export whose every feature is worked out by hand, in {@code oracle/expected.txt}. */
class FeatureOracleTests {

    private static final LocalDateTime A = LocalDateTime.of(2025, 7, 9, 18, 0);

    @TempDir
    Path folder;

    @Test
    void everyFeatureOfEveryUserIsWhatTheDefinitionsSay() {
        Features features = ExportFolder.oracle(folder).extract();
        Map<Long, Map<String, String>> rows = FeatureRows.of(features, folder);
        Map<Long, Map<String, String>> expected = FeatureRows.expected(
                ExportFolder.oracleFile("expected.txt"), rows.get(101L).keySet());
        assertThat(features.asOf()).isEqualTo(A);
        assertThat(rows.keySet()).containsExactlyElementsOf(expected.keySet());
        expected.forEach((id, row) -> assertThat(rows.get(id)).as("user %d", id).isEqualTo(row));
    }

    @Test
    void contentsAreKnownByTypeAndId() {
        Features features = ExportFolder.oracle(folder).extract();
        assertThat(features.contents())
                .extracting(
                        content -> content.key().type() + " " + content.key().id())
                .containsExactly(
                        "article 1",
                        "article 2",
                        "article 30",
                        "fiche_outils 1",
                        "fiche_outils 2",
                        "fiche_outils 4",
                        "guide_pratique 1",
                        "guide_pratique 5",
                        "kit 9",
                        "podcast 1");
        assertThat(ExportFolder.themes(features.contents())).containsExactly(0, 0, 3, 1, 1, -1, 2, 2, 1, 3);
        // only article 2 is neither "publie" in any case nor without a state
        assertThat(features.contents().stream().filter(content -> !content.published()))
                .extracting(Content::title)
                .containsExactly("Brouillon #0");
        Content guide = features.contents().get(7);
        assertThat(guide.title()).isEqualTo("Guide, avec des \"guillemets\"\net deux lignes #2");
        assertThat(guide.markdown()).isEqualTo("Ligne 1\n\nLigne 3");
        assertThat(features.contents().getFirst().levels()).containsExactly("CP", "CE1");
        assertThat(features.contents().get(3).flags()).containsExactlyInAnyOrder("sante_mentale", "cps");
    }

    @Test
    void usesAreKeptByUserAndContent() {
        Features features = ExportFolder.oracle(folder).extract();
        InteractionTable uses = features.uses().table();
        assertThat(uses.users()).isEqualTo(14);
        // user 101: articles 1 (twice) and 2, fiches 1 (twice) and 2, guide 1
        assertThat(uses.start(0)).isZero();
        assertThat(uses.end(0)).isEqualTo(5);
        assertThat(List.of(uses.content(0), uses.content(1), uses.content(2), uses.content(3), uses.content(4)))
                .containsExactly(0, 1, 3, 4, 6);
        assertThat(List.of(uses.uses(0), uses.uses(1), uses.uses(2), uses.uses(3), uses.uses(4)))
                .containsExactly(2, 1, 2, 1, 1);
        assertThat(uses.lastSecond(0)).isEqualTo(A.toEpochSecond(ZoneOffset.UTC));
        assertThat(uses.lastSecond(2)).isEqualTo(A.minusDays(30).toEpochSecond(ZoneOffset.UTC));
        // user 102: article 1; an unknown, an odd and a missing content are no entries, but counted
        assertThat(uses.end(1) - uses.start(1)).isEqualTo(1);
        assertThat(features.unknownContentEvents()).isEqualTo(3);
    }

    @Test
    void aGivenDateMeansItsEnd() {
        Features features = ExportFolder.oracle(folder).extract(LocalDate.of(2025, 7, 8), "2025-07-09T18:00:00Z");
        Map<Long, Map<String, String>> rows = FeatureRows.of(features, folder);
        assertThat(features.asOf()).isEqualTo("2025-07-08T23:59:59.999999");
        // 104 has events from 2025-07-09 00:00:00 on: a microsecond late
        assertThat(rows.get(104L)).containsEntry("total_interactions_y", "0").containsEntry("join_date", "");
        // 101 loses event 1; 2025-07-02 18:00:00 is now within seven days, 2025-07-01 10:00:00 is not
        assertThat(rows.get(101L))
                .containsEntry("total_interactions_y", "9")
                .containsEntry("last_action_date", "2025-07-08 00:00:00")
                .containsEntry("week_minus_0", "3")
                .containsEntry("week_minus_1", "1");
    }

    @Test
    void aGivenDateMayBeLaterThanNow() {
        Features features = ExportFolder.oracle(folder).extract(LocalDate.of(2026, 1, 1), "2025-07-09T18:00:00Z");
        Map<Long, Map<String, String>> rows = FeatureRows.of(features, folder);
        // event 10 of 101 and event 62 of 119 count; seniority is that of 2026
        assertThat(rows.get(101L)).containsEntry("total_interactions_y", "11").containsEntry("anciennete", "18");
        assertThat(rows.get(119L))
                .containsEntry("total_interactions_y", "4")
                .containsEntry("last_action_date", "2026-01-01 00:00:00")
                .containsEntry("week_minus_0", "1");
    }

    @Test
    void withoutADateTheLatestEventNotLaterThanNowDecides() {
        ExportFolder exports = ExportFolder.oracle(folder);
        assertThat(exports.extract(null, "2025-07-09T18:00:01Z").asOf()).isEqualTo("2025-07-09T18:00:01");
        assertThat(exports.extract(null, "2025-07-09T17:59:59Z").asOf()).isEqualTo("2025-07-09T17:59:59");
        assertThat(exports.extract(null, "2027-01-01T00:00:00Z").asOf()).isEqualTo("2026-01-01T00:00:00");
    }

    @Test
    void aShadowRowIsNoLatestEvent() {
        Features features = ExportFolder.sound(folder)
                .with(
                        "interactions.csv",
                        ExportFolder.INTERACTIONS
                                + "1,1,opened_mail,opened_mail,a,2025-07-01 10:00:00\n"
                                + "2,1,session,opened_mail,a,2025-07-01 10:00:05\n")
                .extract();
        assertThat(features.asOf()).isEqualTo("2025-07-01T10:00:00");
    }

    @Test
    void withoutAnEventNotLaterThanNowItIsNow() {
        Features features = ExportFolder.sound(folder).extract(null, "2024-06-01T00:00:00Z");
        assertThat(features.asOf()).isEqualTo("2024-06-01T00:00:00");
        assertThat(features.table().users()).hasSize(1);
        assertThat(features.table().dates().joinDate(0)).isNull();
    }

    @Test
    void withoutAnIdColumnRowsThatRepeatEveryColumnCountOnce() {
        String row = "1,page_view,Contenu,1,2025-07-01 10:00:00,web\n";
        Features features = ExportFolder.sound(folder)
                .with(
                        "interactions.csv",
                        "user_id,type,content_type,content_id,created_at,source\n"
                                + row
                                + "1,page_view,Contenu,1,2025-07-01 10:00:00,mail\n"
                                + row
                                + "1,page_view,Contenu,1,2025-07-01 10:00:01,web\n"
                                + row)
                .extract();
        assertThat(features.table().behaviour().row(0)[0]).isEqualTo(3);
        assertThat(features.accounts().events().rejected())
                .isEqualTo(Map.of("duplicate", new RowAccount.Rejection(2, List.of(4L, 6L))));
    }

    @Test
    void aRowWhoseIdCannotBeReadIsKnownByAllItsColumns() {
        String row = ",1,page_view,Contenu,1,2025-07-01 10:00:00\n";
        Features features = ExportFolder.sound(folder)
                .with("interactions.csv", ExportFolder.INTERACTIONS + row + "1.5" + row + row + ExportFolder.event(1))
                .extract();
        assertThat(features.table().behaviour().row(0)[0]).isEqualTo(3);
    }

    @Test
    void idsAroundMultiplesOfSixtyFourAreToldApart() {
        StringBuilder rows = new StringBuilder(ExportFolder.INTERACTIONS);
        for (long id : new long[] {0, 63, 64, 127, 128, 9_000_000_000L, 9_000_000_063L, 127}) {
            rows.append(ExportFolder.event(id));
        }
        RowAccount account = ExportFolder.sound(folder)
                .with("interactions.csv", rows.toString())
                .account("interactions");
        assertThat(account.kept()).isEqualTo(7);
        assertThat(account.rejected()).isEqualTo(Map.of("duplicate", new RowAccount.Rejection(1, List.of(9L))));
    }
}
