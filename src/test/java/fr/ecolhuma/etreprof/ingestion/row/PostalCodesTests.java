package fr.ecolhuma.etreprof.ingestion.row;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class PostalCodesTests {

    @ParameterizedTest
    @CsvSource({
        "75011, 75011",
        "1280, 01280",
        "1, 00001",
        "' 69003 ', 69003",
        "69003.0, 69003",
        "1280.00, 01280",
        "2A004, 2A004",
        "2b200, 2B200",
        "2A4, 2A004"
    })
    void codesAreRepairedToFiveCharacters(String raw, String code) {
        assertThat(PostalCodes.read(raw).value()).isEqualTo(code);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "Lyon", "750110", "75 011", "75011.5", "-1280", "2C001", "2A", "A2001", "B-1000"})
    void whatIsNoCodeIsNone(String raw) {
        assertThat(PostalCodes.read(raw).value()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "75011, 75, Paris",
        "01280, 01, Lyon",
        "20000, 2A, Corse",
        "20190, 2A, Corse",
        "20200, 2B, Corse",
        "20600, 2B, Corse",
        "20699, 2B, Corse",
        "2A004, 2A, Corse",
        "2B200, 2B, Corse",
        "97110, 971, Guadeloupe",
        "97410, 974, La Réunion",
        "97600, 976, Mayotte",
        "13001, 13, Aix-Marseille",
        "95000, 95, Versailles"
    })
    void departementsAndAcademiesFollowFromCodes(String code, String departement, String academie) {
        assertThat(PostalCodes.departement(code)).isEqualTo(departement);
        assertThat(new PostalCodes().academie(departement)).isEqualTo(academie);
    }

    @ParameterizedTest
    @CsvSource({"98800, 988", "98000, 980", "20700, 20", "00001, 00", "96000, 96"})
    void departementsWithoutAnAcademyHaveNone(String code, String departement) {
        assertThat(PostalCodes.departement(code)).isEqualTo(departement);
        assertThat(new PostalCodes().academie(departement)).isNull();
    }

    @ParameterizedTest
    @NullSource
    void noCodeIsInNoDepartement(String code) {
        assertThat(PostalCodes.departement(code)).isNull();
        assertThat(new PostalCodes().academie(null)).isNull();
    }
}
