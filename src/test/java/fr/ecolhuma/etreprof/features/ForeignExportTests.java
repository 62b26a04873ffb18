package fr.ecolhuma.etreprof.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ecolhuma.etreprof.domain.TaughtLevels;
import fr.ecolhuma.etreprof.ingestion.file.ExportException;
import fr.ecolhuma.etreprof.ingestion.row.Content;
import fr.ecolhuma.etreprof.ingestion.row.User;
import fr.ecolhuma.etreprof.tables.ColumnAccount;
import fr.ecolhuma.etreprof.tables.CountMatrix;
import fr.ecolhuma.etreprof.tables.RowAccount;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Cells as other programs write them; each test says which, and every value is worked out by hand. */
class ForeignExportTests {

    private static final String THREE_USERS = ExportFolder.USERS + "1,[],\n2,[],\n3,[],\n";

    @TempDir
    Path folder;

    private ExportFolder exports() {
        return ExportFolder.sound(folder);
    }

    private Features ofUsers(String header, String... rows) {
        return exports()
                .with("users.csv", header + "\n" + String.join("\n", rows) + "\n")
                .extract();
    }

    private Features ofEvents(String... rows) {
        return exports()
                .with("users.csv", THREE_USERS)
                .with("interactions.csv", ExportFolder.INTERACTIONS + String.join("\n", rows) + "\n")
                .extract();
    }

    private static ColumnAccount column(Features features, String export, String column) {
        return features.columns().stream()
                .filter(one -> one.export().equals(export) && one.column().equals(column))
                .findFirst()
                .orElseThrow();
    }

    private static List<Integer> counts(Features features, String column) {
        CountMatrix behaviour = features.table().behaviour();
        int place = behaviour.columns().indexOf(column);
        return IntStream.range(0, behaviour.rows())
                .mapToObj(row -> behaviour.get(row, place))
                .toList();
    }

    private static List<Long> ids(Features features) {
        return features.table().users().stream().map(User::id).toList();
    }

    private static long rejected(Features features, String reason) {
        RowAccount.Rejection rejection = features.accounts().events().rejected().get(reason);
        return rejection == null ? 0 : rejection.rows();
    }

    /** Postgres' timestamptz and JavaScript's toISOString: an offset behind the time. */
    @Test
    void offsetsOfEventsAreHonoured() {
        Features features = ofEvents(
                "1,1,connexion,,,2025-07-08 01:30:00+02:00", // 2025-07-07 23:30 UTC
                "2,2,connexion,,,2025-07-07T20:00:00-0400", // 2025-07-08 00:00 UTC
                "3,3,connexion,,,2025-07-08T00:15:00Z");
        assertThat(features.asOf()).isEqualTo("2025-07-08T00:15:00");
        assertThat(features.table().dates().lastActionDate(0)).isEqualTo("2025-07-07T23:30:00");
        assertThat(features.table().dates().lastActionDate(1)).isEqualTo("2025-07-08T00:00:00");
    }

    /** MySQL's DATE_FORMAT('%r') and American spreadsheets write twelve hours; two digits of a year are of no century. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2025-07-08 01:00:00 PM",
                "2025-07-08 11:00 am",
                "08-07-25 10:00:00",
                "25-07-08 10:00:00",
                "08/07/2025 10:00",
                "2025-07-08 10:00:00 CEST"
            })
    void timesThatSayTwoThingsAreBadDates(String time) {
        Features features = ofEvents("1,1,connexion,,," + time, "2,2,connexion,,,2025-07-01 10:00:00");
        assertThat(rejected(features, "bad_date")).isEqualTo(1);
        assertThat(column(features, "events", "created_at")
                        .examples()
                        .getFirst()
                        .value())
                .isEqualTo(time);
        assertThat(features.asOf()).isEqualTo("2025-07-01T10:00:00");
    }

    /** A French spreadsheet writes every date as DD/MM/YYYY: no event is left, which is no answer. */
    @Test
    void eventsWithoutOneReadableTimeAreRefused() {
        assertThatThrownBy(() -> ofEvents("1,1,connexion,,,08/07/2025 10:00", "2,2,connexion,,,09/07/2025 11:00"))
                .isInstanceOf(ExportException.class)
                .hasMessageContaining("column created_at")
                .hasMessageContaining("'08/07/2025 10:00' (line 2)")
                .hasMessageContaining("expected YYYY-MM-DD HH:MM:SS");
    }

    /** BigQuery writes a TIMESTAMP with " UTC" behind it, in users and events alike. */
    @Test
    void theZoneOfBigQueryIsRead() {
        Features features = exports()
                .with("users.csv", "id,json_niveau,created_at,anciennete\n1,[],2020-03-01 09:00:00 UTC,5\n")
                .with(
                        "interactions.csv",
                        ExportFolder.INTERACTIONS + "1,1,page_view,Contenu,1,2025-07-01 10:00:00 UTC\n")
                .extract();
        // 5 declared and the years from 2020 to 2025
        assertThat(features.table().users().getFirst().anciennete()).isEqualTo(10);
        assertThat(features.asOf()).isEqualTo("2025-07-01T10:00:00");
    }

    /** Lists as pandas, people, Postgres, json.dumps twice and hand-made JSON write them; degree 1 is primary school. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "['CE2']",
                "[\"CE2\"]",
                "CE2",
                "CE2;CM1",
                "{CE2,CM1}",
                "{\"CE2\"}",
                "\"[\\\"CE2\\\"]\"",
                "[\"CE2\",]",
                "('CE2', 'CM1')"
            })
    void levelsAreReadInEveryFormOfAList(String cell) {
        Features features =
                ofUsers("id,json_niveau,created_at", "1,\"%s\",2024-01-01".formatted(cell.replace("\"", "\"\"")));
        boolean read = features.table().users().getFirst().degre() == 1;
        boolean told = column(features, "users", "json_niveau").notUnderstood() == 1;
        assertThat(read).as("read, or told").isNotEqualTo(told);
        assertThat(read).isTrue();
    }

    /** MySQL's OUTFILE, Python's str(None), pandas, spreadsheets, JavaScript: a country that is null is France. */
    @ParameterizedTest
    @ValueSource(strings = {"\\N", "NULL", "None", "NaN", "<NA>", "N/A", "na", "nil", "undefined", " ", "\u00a0"})
    void wordsForNothingAreNothing(String cell) {
        Features features = ofUsers(
                "id,json_niveau,created_at,pays",
                "1,[],2024-01-01," + cell,
                "2,[],2024-01-01,",
                "3,[],2024-01-01,France");
        assertThat(ids(features)).containsExactly(1L, 2L, 3L);
        assertThat(column(features, "users", "pays").nulls()).isEqualTo(2);
    }

    /** The same words where a content's id should be: a use of nothing is a use, and of no content. */
    @Test
    void aUseThatNamesNoContentIsOfNoContent() {
        Features features = ofEvents(
                "1,1,page_view,Contenu,\\N,2025-07-01 10:00:00",
                "2,1,page_view,Contenu,None,2025-07-01 10:00:00",
                "3,1,page_view,Contenu,nan,2025-07-01 10:00:00",
                "4,1,page_view,Contenu,1,2025-07-01 10:00:00");
        assertThat(counts(features, "nb_contenu")).containsExactly(4, 0, 0);
        assertThat(counts(features, "diversite_contenus")).containsExactly(1, 0, 0);
        assertThat(column(features, "events", "content_id").nulls()).isEqualTo(3);
    }

    /** A spreadsheet shows 100049 as 1E+05 in a narrow column and saves what it shows: the digits are lost. */
    @ParameterizedTest
    @ValueSource(strings = {"1E+05", "0x10", "1_000", "15e-1", "-3", "+3", "3.5"})
    void numbersOfOtherKindsAreNoIds(String id) {
        Features features = exports()
                .with("users.csv", ExportFolder.USERS + "1,[],\n3,[],\n16,[],\n1000,[],\n100000,[],\n" + id + ",[],\n")
                .with(
                        "interactions.csv",
                        ExportFolder.INTERACTIONS + "1," + id + ",connexion,,,2025-07-01 10:00:00\n"
                                + ExportFolder.event(2))
                .extract();
        assertThat(ids(features)).containsExactly(1L, 3L, 16L, 1000L, 100000L);
        assertThat(features.accounts().users().rejected().get("bad_id").rows()).isEqualTo(1);
        assertThat(rejected(features, "bad_user_id")).isEqualTo(1);
        assertThat(column(features, "events", "user_id").notUnderstood()).isEqualTo(1);
    }

    /** A column with nulls is one of floats in pandas: 12.0; an old mainframe pads with zeros and blanks. */
    @ParameterizedTest
    @ValueSource(strings = {"2.0", "0002", "  2  ", "\u00a02", "2.000"})
    void idsThatAreWholeNumbersJoin(String id) {
        Features features = ofEvents("1," + id + ",page_view,Contenu,1.0,2025-07-01 10:00:00");
        assertThat(counts(features, "nb_contenu")).containsExactly(0, 1, 0);
        assertThat(features.unknownContentEvents()).isZero();
    }

    /** The platform's events write fiche-outils, its contents fiche_outils, people "Fiches outils": one type. */
    @ParameterizedTest
    @CsvSource({
        "fiche-outils, fiche-outils",
        "fiche_outils, FICHE-OUTILS",
        "Fiche outils, fiche_outils",
        "fiches-outils, fiche-outils"
    })
    void typesJoinByLettersAndDigits(String ofContents, String ofEvents) {
        Features features = exports()
                .with("users.csv", THREE_USERS)
                .with("contents.csv", ExportFolder.CONTENTS + "1," + ofContents + ",Lire\n")
                .with(
                        "interactions.csv",
                        ExportFolder.INTERACTIONS + "1,1,download," + ofEvents + ",1,2025-07-01 10:00:00\n")
                .extract();
        assertThat(counts(features, "nb_fiche_outils")).containsExactly(1, 0, 0);
        assertThat(features.unknownContentEvents()).isZero();
        assertThat(features.contents().getFirst().key().type()).isEqualTo("fiche_outils");
    }

    /** Postgres writes t, a French spreadsheet VRAI or 1,0, people oui, x or yes. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "t|true",
                "VRAI|true",
                "1,0|true",
                "1.0|true",
                "oui|true",
                "x|true",
                "Yes|true",
                "f|false",
                "FAUX|false",
                "non|false",
                "0,0|false",
                "|false"
            })
    void flagsAreReadAsPeopleWriteThem(String cell, boolean set) {
        Features features = exports()
                .with("contents.csv", "id,type,title,cps\n1,article,Lire,\"%s\"\n".formatted(cell == null ? "" : cell))
                .extract();
        assertThat(counts(features, "nb_cps")).containsExactly(set ? 1 : 0);
        assertThat(column(features, "contents", "cps").notUnderstood()).isZero();
    }

    /** A French spreadsheet writes 5,0; the years from 2021 to 2025 are added. */
    @Test
    void aCommaIsADecimalPoint() {
        Features features = ofUsers("id,json_niveau,created_at,anciennete", "1,[],2021-01-01,\"5,0\"");
        assertThat(features.table().users().getFirst().anciennete()).isEqualTo(9);
    }

    /** What people type for France, and what they type for other countries. */
    @ParameterizedTest
    @CsvSource({
        "FR, true",
        "FRA, true",
        "France métropolitaine, true",
        "Réunion (974), true",
        "Saint-Pierre-et-Miquelon, true",
        "nouvelle calédonie, true",
        "République française, true",
        "Île-de-France, true",
        "Martinique, true",
        "Wallis et Futuna, true",
        "frnace, true",
        "FRANCE., true",
        "Belgique, false",
        "Grèce, false",
        "Suisse, false",
        "Maroc, false",
        "Canada (Québec), false",
        "Luxembourg, false"
    })
    void countriesAreReadAsPeopleWriteThem(String country, boolean french) {
        Features features =
                ofUsers("id,json_niveau,created_at,pays", "1,[],2024-01-01," + country, "2,[],2024-01-01,France");
        assertThat(ids(features).contains(1L)).isEqualTo(french);
    }

    /** CHAR columns and fixed-width exports are padded. */
    @Test
    void paddedCellsAreStripped() {
        Features features = ofEvents("1 ,1   ,page_view ,Contenu   ,1   ,2025-07-01 10:00:00  ");
        assertThat(counts(features, "nb_contenu")).containsExactly(1, 0, 0);
        assertThat(features.unknownContentEvents()).isZero();
    }

    /** Another CMS says "published": a state that nobody knows is not published, and an export of such alone is refused. */
    @Test
    void nothingPublishedIsRefused() {
        Features features = exports()
                .with("contents.csv", "id,type,title,etat\n1,article,Lire,published\n2,article,Dire,published\n")
                .extract();
        assertThat(features.contents()).noneMatch(Content::published);
        assertThat(RowTable.refusals(features)).contains("published_contents");
    }

    /** PHP's json_encode writes é as \\u00e9: the level is the same. */
    @Test
    void escapesOfJsonAreRead() {
        Features features = exports()
                .with(
                        "contents.csv",
                        "id,type,title,niveaux\n1,article,Lire,\"[\"\"1\\u00e8re\"\"]\"\n2,article,Dire,\"['1ère']\"\n")
                .extract();
        assertThat(TaughtLevels.ofLabels(features.contents().get(0).levels()))
                .isEqualTo(TaughtLevels.ofLabels(features.contents().get(1).levels()))
                .isNotEqualTo(TaughtLevels.NONE);
    }

    /** Zero dates of .NET and Go, of spreadsheets and SQL Server, of Unix; a sign-up to come; a year in place of years. */
    @ParameterizedTest
    @CsvSource({
        "0001-01-01 00:00:00, 5",
        "1900-01-01, 5",
        "1970-01-01 00:00:00, 5",
        "2205-01-01, 5",
        "0000-00-00 00:00:00, 5",
        "2024-01-01, 2012",
        "2024-01-01, 130",
        "2024-01-01, -3"
    })
    void valuesThatStandForNothingAreUnknown(String signUp, String years) {
        Features features = ofUsers(
                "id,json_niveau,created_at,anciennete", "1,[],%s,%s".formatted(signUp, years), "2,[],2024-01-01,5");
        Integer unknown = features.table().users().getFirst().anciennete();
        // without a sign-up the years declared are all that is known
        assertThat(unknown == null || unknown == 5).as("found %s", unknown).isTrue();
        assertThat(features.table().users().getLast().anciennete()).isEqualTo(6);
        long told = column(features, "users", "created_at").notUnderstood()
                + column(features, "users", "anciennete").notUnderstood();
        assertThat(told).isEqualTo(1);
    }
}
