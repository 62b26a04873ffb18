package fr.ecolhuma.etreprof.features;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ecolhuma.etreprof.tables.RowAccount;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every row read is kept or rejected for one reason, and the first lines of each reason are those an editor shows. */
class RowAccountingTests {

    @TempDir
    Path folder;

    @Test
    void usersAreAccountedFor() {
        RowAccount account = ExportFolder.oracle(folder).account("users");
        assertThat(account.file()).isEqualTo("users.csv");
        assertThat(account.read()).isEqualTo(23);
        assertThat(account.kept()).isEqualTo(14);
        // line 4 goes on in line 5, and line 9 is blank
        assertThat(account.rejected())
                .isEqualTo(Map.of(
                        "malformed", rejection(1, 7),
                        "not_in_france", rejection(3, 11, 17, 25),
                        "locale_be", rejection(2, 12, 15),
                        "duplicate_id", rejection(2, 14, 18),
                        "bad_id", rejection(1, 20)));
    }

    @Test
    void contentsAreAccountedFor() {
        RowAccount account = ExportFolder.oracle(folder).account("contents");
        assertThat(account.read()).isEqualTo(14);
        assertThat(account.kept()).isEqualTo(10);
        // the row of line 9 goes on to line 12
        assertThat(account.rejected())
                .isEqualTo(Map.of(
                        "duplicate_id", rejection(1, 7),
                        "bad_id", rejection(1, 13),
                        "no_type", rejection(1, 14),
                        "malformed", rejection(1, 16)));
    }

    @Test
    void eventsAreAccountedFor() {
        RowAccount account = ExportFolder.oracle(folder).account("interactions");
        assertThat(account.read()).isEqualTo(67);
        assertThat(account.kept()).isEqualTo(47);
        assertThat(account.rejectedRows()).isEqualTo(20);
        // of rows that share an id those are duplicates that do not count, wherever they stand: 14 (bad date) and 15
        // (later)
        assertThat(account.rejected())
                .isEqualTo(Map.of(
                        "after_as_of", rejection(2, 11, 67),
                        "shadow_session", rejection(3, 12, 17, 69),
                        "duplicate", rejection(3, 14, 15, 18),
                        "bad_date", rejection(3, 34, 35, 36),
                        "user_not_kept", rejection(3, 46, 47, 48),
                        "unknown_user", rejection(1, 49),
                        "bad_user_id", rejection(3, 50, 51, 70),
                        "malformed", rejection(2, 54, 68)));
    }

    @Test
    void onlyTheFirstThreeLinesOfAReasonAreTold() {
        String bad = "1,1,page_view,Contenu,1,jamais\n";
        RowAccount account = ExportFolder.sound(folder)
                .with(
                        "interactions.csv",
                        ExportFolder.INTERACTIONS + ExportFolder.event(9) + bad.replace("1,1,", "2,1,") + "3\n"
                                + bad.replace("1,1,", "4,1,") + "5\n6\n" + bad.replace("1,1,", "7,1,")
                                + bad.replace("1,1,", "8,1,") + "10\n")
                .account("interactions");
        assertThat(account.rejected())
                .isEqualTo(Map.of("bad_date", rejection(4, 3, 5, 8), "malformed", rejection(4, 4, 6, 7)));
    }

    @Test
    void aReasonThatOnlyLateRowsHaveIsFoundToo() {
        // more rows than are read again at first
        String rows = ExportFolder.INTERACTIONS + ExportFolder.events(1, 500_001);
        RowAccount account = ExportFolder.sound(folder)
                .with(
                        "interactions.csv",
                        rows + "500002,1,page_view,Contenu,1,jamais\n500003,2,,,,2025-01-01 00:00:00\n"
                                + ExportFolder.event(7) + "500003,2,,,,2025-01-02 00:00:00\n")
                .account("interactions");
        assertThat(account.kept()).isEqualTo(500_001);
        // of the rows with the id 500003 the earlier one would count if its user were known
        assertThat(account.rejected())
                .isEqualTo(Map.of(
                        "bad_date", rejection(1, 500_003),
                        "unknown_user", rejection(1, 500_004),
                        "duplicate", rejection(2, 500_005, 500_006)));
    }

    @Test
    void brokenRowsAllOverALargeFileCostNoOther() {
        // over 32 MB, so that several threads have a part each; every seventh row has a cell too few or one too many
        String note = ",\"" + "x".repeat(300) + "\",";
        StringBuilder rows = new StringBuilder("id,user_id,type,note,content_type,content_id,created_at\n");
        for (int id = 1; id <= 140_000; id++) {
            String date = id == 139_999 ? "jamais" : "2025-07-01 10:00:00";
            String broken = id % 2 == 0 ? "Contenu,1," + date + ",one too many" : "Contenu,1";
            rows.append(id)
                    .append(",1,page_view")
                    .append(note)
                    .append(id % 7 == 0 ? broken : "Contenu,1," + date)
                    .append('\n');
        }
        RowAccount account = ExportFolder.sound(folder)
                .with("interactions.csv", rows.toString())
                .account("interactions");
        assertThat(account.read()).isEqualTo(140_000);
        assertThat(account.kept()).isEqualTo(119_999);
        assertThat(account.rejected())
                .isEqualTo(Map.of("malformed", rejection(20_000, 8, 15, 22), "bad_date", rejection(1, 140_000)));
    }

    @Test
    void ofAReasonThatManyLateRowsHaveTheFirstThreeAreFoundToo() {
        String rows = ExportFolder.INTERACTIONS + ExportFolder.events(1, 500_000) + undated(500_001, 502_000);
        RowAccount account =
                ExportFolder.sound(folder).with("interactions.csv", rows).account("interactions");
        assertThat(account.rejected()).isEqualTo(Map.of("bad_date", rejection(2_000, 500_002, 500_003, 500_004)));
    }

    @Test
    void ofAReasonWithFewEarlyRowsTheFirstThreeAreFoundToo() {
        // a bad date early, three more behind the rows that are read again at first
        String rows = ExportFolder.INTERACTIONS
                + undated(900_001, 900_001)
                + ExportFolder.events(1, 60_000)
                + undated(900_002, 900_004);
        RowAccount account =
                ExportFolder.sound(folder).with("interactions.csv", rows).account("interactions");
        // line 2 is the first row, lines 3 to 60,002 the sound ones
        assertThat(account.rejected()).isEqualTo(Map.of("bad_date", rejection(4, 2, 60_003, 60_004)));
    }

    @Test
    void blankLinesCarriageReturnsAndNewlinesInCellsKeepLinesRight() {
        String rows = ExportFolder.INTERACTIONS
                + "1,1,page_view,\"a\n\nb\",1,2025-07-01 10:00:00\n" // lines 2 to 4
                + "\n\n" // 5, 6
                + "2,1,page_view,\"a \"\"b\"\"\n\",1,jamais\n" // 7, 8
                + "3,1\n" // 9
                + "4,1,page_view,a\"b,1,jamais\n" // 10
                + "5,1,page_view,Contenu,1,2025-07-01 10:00:00,,x\n" // 11, two cells too many
                + "6,1,page_view,Contenu,1,2025-07-01 10:00:00,,\"\"\n" // 12, surplus cells do no harm when they are
                // empty
                + "7,2,page_view,Contenu,1,2025-07-01 10:00:00"; // 13, without a line end
        for (String end : List.of("\n", "\r\n")) {
            RowAccount account = ExportFolder.sound(folder)
                    .with("interactions.csv", rows.replace("\n", end))
                    .account("interactions");
            assertThat(account.read()).isEqualTo(7);
            assertThat(account.rejected())
                    .isEqualTo(Map.of(
                            "bad_date", rejection(2, 7, 10),
                            "malformed", rejection(2, 9, 11),
                            "unknown_user", rejection(1, 13)));
        }
    }

    @Test
    void linesOfUsersAreRightAfterBlankLinesToo() {
        String rows = ExportFolder.USERS
                + "\n1,\"[]\n\",2024-01-01 00:00:00\n\n\nx,[],2024-01-01 00:00:00\n2,[]\n3,[],2024-01-01 00:00:00,\n4,[],2024-01-01 00:00:00,,x";
        for (String end : List.of("\n", "\r\n")) {
            RowAccount account = ExportFolder.sound(folder)
                    .with("users.csv", rows.replace("\n", end))
                    .account("users");
            assertThat(account.read()).isEqualTo(5);
            assertThat(account.rejected())
                    .isEqualTo(Map.of("bad_id", rejection(1, 7), "malformed", rejection(2, 8, 10)));
        }
    }

    /** Rows of the events' export without a date, ids from first to last. */
    private static String undated(int first, int last) {
        return ExportFolder.events(first, last).replace("2025-07-01 10:00:00", "jamais");
    }

    private static RowAccount.Rejection rejection(long rows, long... lines) {
        return new RowAccount.Rejection(
                rows, java.util.Arrays.stream(lines).boxed().toList());
    }
}
