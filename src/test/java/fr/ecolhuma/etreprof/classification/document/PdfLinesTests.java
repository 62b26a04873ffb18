package fr.ecolhuma.etreprof.classification.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PdfLinesTests {

    /** What typesetting does to words: hyphens at line ends, some of them the word's own, letters apart, indents. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            un élève au-/tiste                                    | un élève autiste
            la diffé-//renciation                                 | la différenciation
            au‐/tiste et vi­/suel                       | autiste et visuel
            les éco-/délégués ; une éco-déléguée ; éco-délégués   | les éco-délégués ; une éco-déléguée ; éco-délégués
            un porte-/plume : la plume porte loin                 | un porte-plume : la plume porte loin
            une re-/prise ; la prise                              | une reprise ; la prise
            Saint-/Denis                                          | Saint-/Denis
            de 2020-/2021 à -/ici                                 | de 2020-/2021 à -/ici
            A U T I S M E/un élève                                | AUTISME/un élève
            L E S  D Y S et le plan A B C                         | L E S  D Y S et le plan A B C
            É L È V E S à l'école                                 | ÉLÈVES à l'école
            a b c d e                                             | a b c d e
            """)
    void wordsAreWhole(String printed, String whole) {
        assertThat(PdfLines.joined(printed.replace('/', '\n'))).isEqualTo(whole.replace('/', '\n'));
    }

    @ParameterizedTest
    @CsvSource({"'\t', mot", "'      ', mot", "'\u00A0\u00A0\u00A0\u00A0', mot"})
    void anIndentIsNoCode(String indent, String word) {
        assertThat(PdfLines.joined("a\n\n" + indent + word)).isEqualTo("a\n\n" + word);
    }

    /** A pattern that begins again at each letter of a long word takes hours for a hostile page. */
    @ParameterizedTest
    @ValueSource(strings = {"a", "a-", "A ", "- ", "a-\n", "é"})
    void aLongRunTakesNoLongerThanItsLength(String part) {
        String page = part.repeat(200_000);
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> PdfLines.joined(page + "1"));
    }
}
