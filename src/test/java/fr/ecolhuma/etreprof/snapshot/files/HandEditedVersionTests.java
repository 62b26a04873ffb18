package fr.ecolhuma.etreprof.snapshot.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A version edited by hand, with its hashes put right, is still held to every invariant. */
class HandEditedVersionTests {

    @TempDir
    Path models;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            id,segment    | user,segment  | found columns [user, segment, degre, levels, anciennete, academie, nb_contenu, nb_opened_mail], expected [id, segment, degre, levels, anciennete, academie, nb_contenu, nb_opened_mail]
            12,2,3,32     | 11,2,3,32     | , line 4: found user id 11 after 11, expected ids to ascend
            12,2,3,32     | 8,2,3,32      | , line 4: found user id 8 after 11, expected ids to ascend
            7,0,1,3       | x7,0,1,3      | , line 2: column 'id': found 'x7', expected an integer
            12,2,3,32     | 12,4,3,32     | , line 4: column 'segment': found '4', expected 0 to 3
            12,2,3,32     | 12,0,3,32     | found segments of [2, 1, 0, 1] users, expected [1, 1, 1, 1]
            12,2,3,32     | 12,2,4,32     | , line 4: column 'degre': found '4', expected 0 to 3
            12,2,3,32     | 12,2,3,64     | , line 4: found level bits 64, expected 0 to 63
            7,0,1,3,12    | 7,0,1,3,12.5  | , line 2: column 'anciennete': found '12.5', expected an integer
            Paris,1,1     | Paris,1,-1    | , line 2: column 'nb_opened_mail': found '-1', expected 0 to 2147483647
            Paris,1,1     | Paris,1       | , line 2: found 7 cells, expected 8
            Paris,1,1     | Paris,1,1,1   | , line 2: found 9 cells, expected 8
            """)
    void users(String from, String to, String message) throws IOException {
        refused("users.csv", from, to, message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            12,2,2,17     | 12,3,2,17     | , line 4: column 'content': found '3', expected 0 to 2
            12,2,2,17     | 12,-1,2,17    | , line 4: column 'content': found '-1', expected 0 to 2
            12,2,2,17     | 12,0,2,17     | , line 4: column 'content': found '0', expected the contents of a user to ascend
            12,2,2,17     | 7,2,2,17      | , line 4: column 'user_id': found '7', expected one of users.csv in its order
            12,2,2,17     | 13,2,2,17     | , line 4: column 'user_id': found '13', expected one of users.csv in its order
            12,2,2,17     | 12,2,0,17     | , line 4: column 'uses': found '0', expected 1 to 2147483647
            1752148799    | noon          | , line 3: column 'last_used': found 'noon', expected an integer
            7,0,1         | '7,0,"1"x'    | cannot be read as CSV; the version is broken
            """)
    void interactions(String from, String to, String message) throws IOException {
        refused("interactions.csv", from, to, message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            ,17,          ; ,46,          ; , line 2: column 'theme': found '46', expected -1 to 45
            ,-1,          ; ,-2,          ; , line 3: column 'theme': found '-2', expected -1 to 45
            mental_health ; joy           ; , line 4: column 'defis': found 'student_success|joy', expected codes of the taxonomy's défis
            article,3     ; article,1     ; , line 3: column 'id': found '1', expected types and then ids to ascend
            fiche_outils  ; action        ; , line 4: column 'id': found '1', expected types and then ids to ascend
            ,,,0,         ; ,,,no,        ; , line 3: column 'published': found 'no', expected an integer
            ,,,0,         ; ,,,2,         ; , line 3: column 'published': found '2', expected 0 to 1
            2025-03-15    ; 15/03/2025    ; , line 4: column 'published_on': found '15/03/2025', expected a day such as 2025-07-10
            """)
    void contents(String from, String to, String message) throws IOException {
        refused("contents.csv", from, to, message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0,1,0,0,0.0   | 1,0,0,0,0.0   | , line 3: column 'segment': found '1', expected 0
            0,1,0,0,0.0   | 0,2,0,0,0.0   | , line 3: column 'content': found '2', expected 1
            0,0,1,2,1.0   | 0,0,2,2,1.0   | , line 2: column 'segment_users': found '2', expected 0 to 1
            0,0,1,2,1.0   | 0,0,1,0,1.0   | , line 2: column 'all_users': found '0', expected 1 to 4
            0,0,1,2,1.0   | 0,0,1,2,NaN   | , line 2: column 'score': found 'NaN', expected 0 to 1
            0,0,1,2,1.0   | 0,0,1,2,best  | , line 2: column 'score': found 'best', expected a number from 0 to 1
            """)
    void rankings(String from, String to, String message) throws IOException {
        refused("rankings.csv", from, to, message);
    }

    @Test
    void rankingsOfMoreOrFewerContents() throws IOException {
        refused("rankings.csv", "3,2,0,1,0.5\n", "", ": found 11 rows, expected 12");
        refused(
                "rankings.csv",
                "3,2,0,1,0.5\n",
                "3,2,0,1,0.5\n4,0,0,1,0.5\n",
                ", line 14: found one row too many, expected 12 rows");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "columns" : [ "nb_contenu", "nb_opened_mail" ] | "columns" : [ "a", "a" ] | : found columns [a, a], expected at least one, each name once
            "columns" : [ "nb_contenu", "nb_opened_mail" ] | "columns" : [ ] | : found columns [], expected at least one, each name once
            "columns" : [ "nb_contenu", | "columns" : [ "nb_vote", | : found means of [nb_contenu, nb_opened_mail], expected [nb_vote, nb_opened_mail]
            [ 0.0, 0.0 ], [ -1.0, 2.0 ] | [ 0.0 ], [ -1.0, 2.0 ] | : found 1 coordinates in centroid 0, expected 2
            [ 0.0, 0.0 ], [ -1.0, 2.0 ] | [ -1.0, 2.0 ] | : found segments 3, expected 4
            [ 0.0, 0.0 ], [ -1.0, 2.0 ] | [ 0.0, null ], [ -1.0, 2.0 ] | , line 5: found other JSON than expected; the version is broken
            "deviations" : [ 0.6 | "deviations" : [ -0.6 | expected finite numbers, none below 0
            "sizes" : [ 1, 1, 1, 1 ] | "sizes" : [ 1, 1, 1, 2 ] | : found sizes of profiles [1, 1, 1, 1], expected [1, 1, 1, 2]
            "sizes" : [ 1, 1, 1, 1 ] | "sizes" : null | found other JSON than expected; the version is broken
            "AUTRE" : 0 | "LYCEE" : 0 | : found stages [MATERNELLE, ELEMENTAIRE, COLLEGE, LYCEE, LYCEE_PRO], expected [MATERNELLE, ELEMENTAIRE, COLLEGE, LYCEE, LYCEE_PRO, AUTRE]
            "AUTRE" : 0 | "ADULTES" : 0 | found other JSON than expected; the version is broken
            "silhouette" : 0.5, | | found other JSON than expected; the version is broken
            "silhouette" : 0.5, | "silhouette" : 0.5, "extra" : 1, | found other JSON than expected; the version is broken
            """)
    void segments(String from, String to, String message) throws IOException {
        refused("segments.json", from, to == null ? "" : to, message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "kept" : 4 | "kept" : 5 | found 6 rows read, expected 5 kept + 2 rejected
            "2025-07-10T12:00:00" | "10/07/2025" | found other JSON than expected; the version is broken
            "2025-07-10T12:00:00" | null | found other JSON than expected; the version is broken
            "seed" : "42" | "seed" : null | found other JSON than expected; the version is broken
            """)
    void provenance(String from, String to, String message) throws IOException {
        refused("provenance.json", from, to, message);
    }

    private void refused(String file, String from, String to, String message) throws IOException {
        Path version = GoldenModels.copyTo(Files.createTempDirectory(models, "copy"));
        String before = Files.readString(version.resolve(file));
        assertThat(before).contains(from);
        Files.writeString(version.resolve(file), before.replace(from, to));
        assertThat(GoldenModels.refusal(GoldenModels.sealed(version)))
                .startsWith(file)
                .endsWith(message);
    }
}
