package fr.ecolhuma.etreprof.recommendation.reason;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A tilde stands for a no-break space. */
class TitlesTests {

    private static String quote(String title) {
        return Titles.quote(title.replace('~', '\u00a0')).replace('\u00a0', '~');
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Un bol, deux règles        | «~Un bol, deux règles~»
            « Je suis nulle » : non    | «~“Je suis nulle”~: non~»
            «~Oui~» et «\u202fnon\u202f»         | «~“Oui” et “non”~»
            La culture du «pas encore» | «~La culture du “pas encore”~»
            '  '                       | «~sans titre~»
            Et si 20 % suffisaient ?   | «~Et si 20~% suffisaient~?~»
            Halte\u202f! On lit ; on joue   | «~Halte~! On lit~; on joue~»
            '10:30, la récré'          | «~10:30, la récré~»
            """)
    void marksAreSetAsFrenchDoes(String title, String quoted) {
        assertThat(quote(title)).isEqualTo(quoted);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Soixante signes, espaces comprises, tiennent sur une ligne.. | «~Soixante signes, espaces comprises, tiennent sur une ligne..~»
            Soixante et un signes, espaces comprises, ne tiennent pas là. | «~Soixante et un signes, espaces comprises, ne tiennent pas…~»
            Et si l'adaptation était pour tout le monde ? Une journée sur la conception | «~Et si l'adaptation était pour tout le monde~? Une journée…~»
            Quand le vacarme épuise : ce que le bruit fait à nos journées | «~Quand le vacarme épuise~: ce que le bruit fait à nos…~»
            Un titre qui finirait par une virgule, une simple virgule, dont | «~Un titre qui finirait par une virgule, une simple virgule…~»
            « Je n'y arriverai jamais, c'est trop difficile pour moi », dit-il | «~“Je n'y arriverai jamais, c'est trop difficile pour moi”…~»
            « Je n'y arriverai jamais, jamais, c'est vraiment trop difficile pour moi » | «~“Je n'y arriverai jamais, jamais, c'est vraiment trop…”~»
            Abcdefghijabcdefghijabcdefghijabcdefghijabcdefghijabcdefghijabc | «~Abcdefghijabcdefghijabcdefghijabcdefghijabcdefghijabcdefghi…~»
            Dossier : lecture : les albums | «~Dossier~: lecture…~»
            """)
    void whatIsTooLongIsCutAtAWordAndWhatHasTwoColonsBeforeTheSecond(String title, String quoted) {
        assertThat(quote(title)).isEqualTo(quoted);
        assertThat(quoted.length() - 4).isLessThanOrEqualTo(60);
    }

    /** Fifty-eight letters and a sign of two chars, of which no half is shown. */
    @Test
    void aSignOfTwoCharsIsNotTorn() {
        assertThat(quote("a".repeat(58) + "🎈🎈")).isEqualTo("«~" + "a".repeat(58) + "…~»");
    }
}
