package fr.ecolhuma.etreprof.classification.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlignmentTests {

    private static String found(String text, String source, String word) {
        Alignment alignment = Alignment.of(text, source, 0, source.length());
        int at = text.indexOf(word);
        return source.substring(alignment.start(at), alignment.end(at + word.length()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            lire un mot   | lire un mot        | mot  | mot
            a & mot       | a &amp; mot        | mot  | mot
            l'été fini    | l&#39;&eacute;t&#xE9; fini | été | &eacute;t&#xE9;
            l'été fini    | l&#39;&eacute;t&#xE9; fini | fini | fini
            5. un *mot    | 5\\. un \\*mot     | mot  | mot
            \\ mot        | \\\\ mot           | mot  | mot
            \\a mot       | \\a mot &amp;      | mot  | mot
            &rien; mot    | &rien; \\mot       | &rien; | &rien;
            😀 mot        | &#128512; mot      | mot  | mot
            😀 mot        | &#128512; mot      | 😀   | &#128512;
            """)
    void aWordStandsWhereTheSourceSpellsIt(String text, String source, String word, String expected) {
        assertThat(found(text, source, word)).isEqualTo(expected);
    }

    @Test
    void whatIsNotThereStandsInAllThatIsLeft() {
        assertThat(found("un mot", "un bois", "mot")).isEqualTo("bois");
        assertThat(found("un mot", "", "mot")).isEmpty();
        assertThat(Alignment.of("a*b mot", "a\\*b bois", 0, 4).start(4)).isEqualTo(4);
    }

    @Test
    void aPartOfTheSourceHasThePlacesOfTheSource() {
        // 0 x, 2 &amp;, 8 mot
        assertThat(Alignment.of("& mot", "x &amp; mot", 2, 11).start(2)).isEqualTo(8);
        assertThat(Alignment.of("mot", "x mot", 2, 5).start(1)).isEqualTo(3);
    }
}
