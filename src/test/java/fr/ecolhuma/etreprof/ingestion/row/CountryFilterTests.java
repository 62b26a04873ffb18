package fr.ecolhuma.etreprof.ingestion.row;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class CountryFilterTests {

    private final CountryFilter filter = new CountryFilter();

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"  ", "?", "--"})
    void nothingSaidIsFrance(String country) {
        assertThat(filter.isFrance(country)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"France", "FRANCE", "F", "fr", "Fra.", "franc", "  France  ", "Françe", "FRÂNCE"})
    void prefixesOfFranceInAnyCaseAreFrance(String country) {
        assertThat(filter.isFrance(country)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Farnce", "Frnce", "Framce", "Francee", "Frances1", "rance", "Fracne", "ance", "Trance"})
    void twoEditsAtMostAreFrance(String country) {
        assertThat(filter.isFrance(country)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Frankrike", "Grèce", "nce", "FranceFrance", "Ghana"})
    void threeEditsAreNot(String country) {
        assertThat(filter.isFrance(country)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "France métropolitaine",
                "FRANCE (Guadeloupe)",
                "france-nord",
                "Française",
                "Français de l'étranger"
            })
    void namesThatBeginWithFranceAreFrance(String country) {
        assertThat(filter.isFrance(country)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "La Réunion",
                "ÎLE DE LA RÉUNION",
                "Mayotte",
                "Polynésie française",
                "Frankreich",
                "Ré",
                "RE",
                "nice",
                "Lyon",
                "Saint-Barthélemy",
                "Paris 20e",
                "Dépt. de Mayotte",
                "Nouvelle-Calédonie",
                "Fort de France Martinique",
                "Ile de France",
                "Île-de-France",
                "République française",
                "ＦＲＡＮＣＥ",
                "St Martin",
                "St. Barthélemy",
                "métropole",
                "Hexagone",
                "Franche-Comté",
                "Vive la France",
                "Non renseigné",
                "-",
                "?",
                "0",
                "Fr@nce"
            })
    void listedNamesAloneAtTheStartOrAtTheEndAreFrance(String country) {
        assertThat(filter.isFrance(country)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Belgique",
                "Suisse",
                "Nicaragua",
                "Parisien",
                "Réunionnais",
                "Ré Majeur",
                "Suisse Lyon",
                "un Paris là-bas",
                "Hors de France",
                "Afrance Paris"
            })
    void wordsThatOnlyContainANameAreNot(String country) {
        // "Afrance Paris" ends with one; the others do not, or with one of fewer than five letters
        assertThat(filter.isFrance(country)).isEqualTo(country.equals("Afrance Paris"));
    }

    @ParameterizedTest
    @CsvSource({
        "'  Île--de_la  RÉUNION! ', ile de la reunion",
        "'Côte d''Ivoire', cote d ivoire",
        "'Département 75', departement 75",
        "'...', ''"
    })
    void namesAreComparedWithoutAccentsCaseAndSigns(String raw, String name) {
        assertThat(CountryFilter.normalise(raw)).isEqualTo(name);
    }

    @Test
    void theSameSpellingIsJudgedTheSame() {
        assertThat(filter.isFrance("Belgique"))
                .isEqualTo(filter.isFrance("Belgique"))
                .isFalse();
    }
}
