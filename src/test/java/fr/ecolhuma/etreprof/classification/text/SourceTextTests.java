package fr.ecolhuma.etreprof.classification.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceTextTests {

    private static String read(String original) {
        return SourceText.of(original).text();
    }

    @ParameterizedTest
    @ValueSource(strings = {"un\ndeux", "un\r\ndeux", "un\rdeux", "un\u2028deux", "un\u0085deux"})
    void everyLineEndIsTheSame(String original) {
        assertThat(read(original)).isEqualTo("un\ndeux");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\uFEFFécole vie",
                "e\u0301cole vie",
                "éco\u00ADle vie",
                "éco\u200Ble vie",
                "école\u00A0vie",
                "école\u202Fvie",
                "école\u0000vie"
            })
    void invisibleAndCombiningCharactersAndSpacesChangeNothing(String original) {
        assertThat(read(original)).isEqualTo("école vie");
    }

    @Test
    void curlyApostrophesBecomeStraight() {
        assertThat(read("l’élève")).isEqualTo("l'élève");
    }

    @Test
    void aMarkThatFitsNoLetterIsLeftOut() {
        assertThat(read("\u0301x\u0301")).isEqualTo("x");
    }

    @Test
    void placesLeadBackToTheOriginal() {
        // original: 0 BOM, 1 e, 2 accent, 3 soft hyphen, 4 c, 5 CR, 6 LF, 7 x
        String original = "\uFEFFe\u0301\u00ADc\r\nx";
        SourceText source = SourceText.of(original);

        assertThat(source.text()).isEqualTo("éc\nx");
        assertThat(source.start(0)).isEqualTo(1);
        assertThat(source.start(1)).isEqualTo(4);
        assertThat(source.start(3)).isEqualTo(7);
        assertThat(original.substring(source.start(0), source.end(1, original))).isEqualTo("e\u0301");
        assertThat(source.end(4, original)).isEqualTo(8);
        assertThat(source.end(0, original)).isZero();
    }
}
