package fr.ecolhuma.etreprof.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ecolhuma.etreprof.ingestion.file.ExportException;
import fr.ecolhuma.etreprof.ingestion.row.User;
import fr.ecolhuma.etreprof.tables.ColumnAccount;
import fr.ecolhuma.etreprof.tables.ColumnAccount.Example;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every column that is read has an account, whatever becomes of the rows. */
class ColumnAccountTests {

    private static final String USUAL = ColumnAccount.USUAL;

    @TempDir
    Path folder;

    private static ColumnAccount column(Features features, String export, String column) {
        return features.columns().stream()
                .filter(one -> one.export().equals(export) && one.column().equals(column))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void cellsOfUsersAreCountedInEveryWholeRow() {
        Features features = ExportFolder.sound(folder)
                .with(
                        "users.csv",
                        "id,json_niveau,created_at,anciennete,codepostal,locale,prenom\n"
                                + "1,\"['CP']\",2024-01-01,\"5,0\",75011,fr,A\n" // line 2
                                + "2,CP;CE1,10-07-25,3 ans,Lyon,fr,B\n"
                                + "3,\"[\"\"Autre\"\"]\",\\N,2010,,be,C\n" // dropped, and counted all the same
                                + "x,NULL,1900-01-01,NaN,,fr,D\n" // line 5
                                + "4,[]\n" // malformed: not counted
                                + "1,[],2205-01-01,61,,fr,E\n")
                .extract();
        assertThat(column(features, "users", "id"))
                .isEqualTo(
                        new ColumnAccount("users", "users.csv", "id", 5, 0, 4, 1, USUAL, List.of(new Example(5, ""))));
        assertThat(column(features, "users", "json_niveau"))
                .isEqualTo(new ColumnAccount(
                        "users",
                        "users.csv",
                        "json_niveau",
                        4,
                        1,
                        3,
                        1,
                        USUAL,
                        List.of(new Example(4, "[\"Autre\"]"))));
        assertThat(column(features, "users", "created_at"))
                .isEqualTo(new ColumnAccount(
                        "users",
                        "users.csv",
                        "created_at",
                        4,
                        1,
                        1,
                        3,
                        USUAL,
                        List.of(
                                new Example(3, "10-07-25"),
                                new Example(5, "1900-01-01"),
                                new Example(7, "2205-01-01"))));
        assertThat(column(features, "users", "anciennete").examples())
                .containsExactly(new Example(3, "3 ans"), new Example(4, "2010"), new Example(7, "61"));
        // a place singles a person out: the line is shown, and not what stands there
        assertThat(column(features, "users", "codepostal").examples()).containsExactly(new Example(3, ""));
        assertThat(features.columns()).noneMatch(one -> one.column().equals("prenom"));
        // what is not understood is unknown, and not nothing: three years since the sign-up would be a guess
        assertThat(features.table().users()).extracting(User::anciennete).containsExactly(6, null);
    }

    @Test
    void cellsOfContentsAreCounted() {
        Features features = ExportFolder.sound(folder)
                .with(
                        "contents.csv",
                        "id,type,title,etat,cps,niveaux,published_at\n"
                                + "1,fiche-outils,a,publie,oui,\"[\"\"CP\"\"]\",2024-01-01\n"
                                + "2,Vidéo,b,published,peut-être,Cycle 3,2099-01-01\n")
                .extract();
        for (String name : List.of("type", "etat", "cps", "niveaux", "published_at")) {
            ColumnAccount account = column(features, "contents", name);
            assertThat(account.understood()).as(name).isEqualTo(1);
            assertThat(account.examples()).as(name).hasSize(1).allMatch(example -> example.line() == 3);
        }
        // an unknown type is counted, and kept
        assertThat(features.contents())
                .extracting(content -> content.key().type())
                .containsExactly("fiche_outils", "vidéo");
    }

    @Test
    void cellsOfEventsAreCountedWhereSomethingAsksForThem() {
        Features features = ExportFolder.sound(folder)
                .with(
                        "interactions.csv",
                        ExportFolder.INTERACTIONS
                                + "1,1,page_view,Contenu,1,2025-07-01 10:00:00\n"
                                + "2,1E+05,page_view,Contenu,1E+05,2025-07-01 10:00:00\n"
                                + "3,1,page_view,\"a\n\nb\",x,2025-07-01 10:00:00\n" // lines 4 to 6
                                + ",1,opened_mail,whatever,a1b2,10/07/2025\n"
                                + "5,1,danser,whatever,?,\n"
                                + "5,1,download,NULL,,2025-07-01 10:00:00\n")
                .extract();
        assertThat(column(features, "events", "id"))
                .isEqualTo(new ColumnAccount("events", "interactions.csv", "id", 5, 1, 5, 0, USUAL, List.of()));
        assertThat(column(features, "events", "user_id"))
                .isEqualTo(new ColumnAccount(
                        "events", "interactions.csv", "user_id", 6, 0, 5, 1, USUAL, List.of(new Example(3, ""))));
        assertThat(column(features, "events", "type").examples()).containsExactly(new Example(8, "danser"));
        // of views and downloads
        assertThat(column(features, "events", "content_type"))
                .isEqualTo(new ColumnAccount(
                        "events",
                        "interactions.csv",
                        "content_type",
                        3,
                        1,
                        2,
                        1,
                        USUAL,
                        List.of(new Example(4, "a\n\nb"))));
        // of uses
        assertThat(column(features, "events", "content_id"))
                .isEqualTo(new ColumnAccount(
                        "events",
                        "interactions.csv",
                        "content_id",
                        2,
                        0,
                        1,
                        1,
                        USUAL,
                        List.of(new Example(3, "1E+05"))));
        assertThat(column(features, "events", "created_at"))
                .isEqualTo(new ColumnAccount(
                        "events",
                        "interactions.csv",
                        "created_at",
                        5,
                        1,
                        4,
                        1,
                        USUAL,
                        List.of(new Example(7, "10/07/2025"))));
    }

    @Test
    void aWholeColumnOfNumbersIsTimesSince1970() {
        // 2025-07-01 10:00:00 UTC is 20,270 days and ten hours after 1970, 2024-01-01 19,723 days
        Features features = ExportFolder.sound(folder)
                .with("users.csv", ExportFolder.USERS + "1,[],1704067200000\n2,[],\n3,[],1704067200000.0\n")
                .with(
                        "interactions.csv",
                        ExportFolder.INTERACTIONS + "1,1,page_view,Contenu,1,1751364000\n2,1,connexion,,,NULL\n")
                .extract();
        assertThat(features.asOf()).isEqualTo("2025-07-01T10:00:00");
        assertThat(features.table().users().getFirst().createdAt()).isEqualTo("2024-01-01T00:00:00");
        assertThat(column(features, "events", "created_at").form()).isEqualTo("seconds since 1970");
        assertThat(column(features, "users", "created_at").form()).isEqualTo("milliseconds since 1970");
        assertThat(column(features, "users", "created_at").understood()).isEqualTo(2);
    }

    @Test
    void aNumberBesideDatesIsNoTime() {
        Features features = ExportFolder.sound(folder)
                .with("users.csv", ExportFolder.USERS + "1,[],1704067200\n2,[],2024-01-01\n")
                .with(
                        "interactions.csv",
                        ExportFolder.INTERACTIONS + "1,1,page_view,Contenu,1,1751364000\n" + ExportFolder.event(2))
                .extract();
        assertThat(column(features, "events", "created_at").examples()).containsExactly(new Example(2, "1751364000"));
        assertThat(column(features, "users", "created_at"))
                .isEqualTo(new ColumnAccount(
                        "users", "users.csv", "created_at", 2, 0, 1, 1, USUAL, List.of(new Example(2, "1704067200"))));
        assertThat(features.table().users().getFirst().createdAt()).isNull();
    }

    @Test
    void eventsOfNoTimeAreRefused() {
        ExportFolder exports = ExportFolder.sound(folder)
                .with("interactions.csv", ExportFolder.INTERACTIONS + "1,1,page_view,Contenu,1,10/07/2025 10:00\n");
        assertThatThrownBy(exports::extract)
                .isInstanceOf(ExportException.class)
                .hasMessage(
                        "interactions.csv, column created_at: found 1 cells filled, of them none that can be read, such as "
                                + "'10/07/2025 10:00' (line 2); expected YYYY-MM-DD HH:MM:SS, in UTC or with an offset, of 2000 to next year");
    }

    @Test
    void anExampleIsCut() {
        assertThat(Example.of(1, "x".repeat(41)).value()).isEqualTo("x".repeat(40) + "…");
        assertThat(Example.of(1, "x".repeat(40)).value()).isEqualTo("x".repeat(40));
    }
}
