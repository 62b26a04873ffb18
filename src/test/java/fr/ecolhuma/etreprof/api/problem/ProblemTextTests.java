package fr.ecolhuma.etreprof.api.problem;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ecolhuma.etreprof.api.request.AnswerLanguage;
import fr.ecolhuma.etreprof.api.request.ProblemKind;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.mock.web.MockHttpServletRequest;

class ProblemTextTests {

    @Test
    void everyKindHasItsTextsAndEveryTextItsKind() {
        assertThat(ProblemText.all().keySet())
                .containsExactlyElementsOf(Arrays.stream(ProblemKind.values())
                        .map(ProblemKind::code)
                        .toList());
    }

    @ParameterizedTest
    @EnumSource
    void everyTextIsWhole(ProblemKind kind) {
        ProblemText text = ProblemText.of(kind);
        assertThat(Stream.of(text.en(), text.fr())).allSatisfy(words -> {
            assertThat(words.title()).isNotBlank().doesNotEndWith(".");
            assertThat(words.means()).endsWith(".");
            assertThat(words.remedy()).endsWith(".");
        });
        assertThat(text.fr().means()).isNotEqualTo(text.en().means());
        assertThat(text.en().sentences())
                .as("English sentences stand in the code")
                .isEmpty();
    }

    /** A sentence without values would hide the others and the general one. */
    @ParameterizedTest
    @EnumSource
    void everySentenceHasPlacesForValues(ProblemKind kind) {
        assertThat(ProblemText.of(kind).fr().sentences())
                .allSatisfy(sentence ->
                        assertThat(ProblemText.Words.places(sentence)).isNotEmpty());
    }

    @Test
    void aSentenceIsUsedWhenItHasAllItsValues() {
        ProblemText.Words words = ProblemText.of(ProblemKind.OUT_OF_RANGE).fr();
        assertThat(words.detail(Map.of("parameter", "limit", "found", "$1 {lowest}", "lowest", 1, "highest", 50)))
                .isEqualTo("limit : $1 {lowest} reçu, valeur de 1 à 50 attendue.");
        assertThat(words.detail(Map.of("parameter", "limit", "found", 51)))
                .isEqualTo(
                        "Un nombre, un jour ou la longueur d'une liste dépasse les limites permises. Envoyez une valeur comprise dans les limites que donne la documentation de l'appel, à l'adresse /docs.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            fr                               | FRENCH
            FR-ca                            | FRENCH
            fr-FR,fr;q=0.9,en-US;q=0.8       | FRENCH
            de, fr;q=0.5, en;q=0.4           | FRENCH
            fr;q=0.5, en                     | ENGLISH
            en-GB                            | ENGLISH
            de                               | ENGLISH
            *                                | ENGLISH
            fr;q=often                       | ENGLISH
            frr                              | ENGLISH
            ''                               | ENGLISH
            """)
    void theLanguageThatTheCallerPrefers(String header, AnswerLanguage language) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.addHeader("Accept-Language", header);
        assertThat(AnswerLanguage.of(request)).isEqualTo(language);
    }

    @Test
    void aHeaderThatIsTooLongIsNotTakenApart() {
        MockHttpServletRequest request = new MockHttpServletRequest();
        assertThat(AnswerLanguage.of(request)).isEqualTo(AnswerLanguage.ENGLISH);
        request.addHeader("Accept-Language", "fr" + ",de".repeat(100));
        assertThat(AnswerLanguage.of(request)).isEqualTo(AnswerLanguage.ENGLISH);
    }
}
