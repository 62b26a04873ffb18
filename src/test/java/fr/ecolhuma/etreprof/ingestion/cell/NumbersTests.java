package fr.ecolhuma.etreprof.ingestion.cell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTests {

    @ParameterizedTest
    @CsvSource({"12, 12", "12.0, 12", "12.000, 12", "0, 0", "-3, -3", "007, 7", "999999999999999999, 999999999999999999"
    })
    void integersAreReadWithAndWithoutAPoint(String cell, long expected) {
        assertThat(Numbers.integer(cell)).isEqualTo(expected);
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"12.5", "1e3", "0x1F", "12a", "1 000", "+5", ".0", "9999999999999999999"})
    void otherTextsAreNoIntegers(String cell) {
        assertThat(Numbers.integer(cell)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"12, 12", "12.9, 12", "0.0, 0", "-1.5, -1"})
    void decimalsAreRoundedTowardsZero(String cell, int expected) {
        assertThat(Numbers.whole(cell)).isEqualTo(expected);
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"douze", "12,5", "9999999999"})
    void otherTextsAreNoDecimals(String cell) {
        assertThat(Numbers.whole(cell)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "1.0", "true", "TRUE"})
    void flagsAreSetByOneOrTrue(String cell) {
        assertThat(Numbers.flag(cell)).isTrue();
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"0", "0.0", "2", "false", "oui"})
    void nothingElseSetsAFlag(String cell) {
        assertThat(Numbers.flag(cell)).isFalse();
    }
}
