package fr.ecolhuma.etreprof.api.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WholeNumberTests {

    @ParameterizedTest
    @CsvSource({"0, 0", "-7, -7", "+7, 7", "007, 7", "9223372036854775807, 9223372036854775807"})
    void digitsAreANumber(String text, long number) {
        assertThat(WholeNumber.parse("n", text)).hasValue(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"9223372036854775808", "-9223372036854775809", "99999999999999999999999999"})
    void aNumberThatIsTooLargeIsOneAllTheSame(String text) {
        assertThat(WholeNumber.parse("n", text)).isEmpty();
        assertThat(WholeNumber.within("n", text, 0, 10)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "1 0", " 1", "1.0", "1e3", "0x1", "#1", "1_000", "--1", "+", "١", "NaN", "null"})
    void anythingElseIsRefused(String text) {
        assertThatThrownBy(() -> WholeNumber.parse("n", text))
                .isInstanceOf(ApiException.class)
                .hasMessage("n: found '" + text + "', expected an integer");
    }

    @Test
    void theBoundsAreWithin() {
        assertThat(WholeNumber.within("n", "1", 1, 50)).hasValue(1);
        assertThat(WholeNumber.within("n", "50", 1, 50)).hasValue(50);
        assertThat(WholeNumber.within("n", "0", 1, 50)).isEmpty();
        assertThat(WholeNumber.within("n", "51", 1, 50)).isEmpty();
    }

    @Test
    void aMessageShowsTheBeginningOnly() {
        assertThat(Shown.of("x".repeat(60))).hasSize(60);
        assertThat(Shown.of("x".repeat(61))).isEqualTo("x".repeat(60) + "…");
    }
}
