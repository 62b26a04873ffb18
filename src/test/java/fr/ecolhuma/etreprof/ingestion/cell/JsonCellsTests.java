package fr.ecolhuma.etreprof.ingestion.cell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonCellsTests {

    @Test
    void textsOfAListAreReadInOrderAndStripped() {
        assertThat(JsonCells.texts("[\"CP\", \" CE1 \", \"\\u00c9tudes sup\\u00e9rieures\"]"))
                .containsExactly("CP", "CE1", "Études supérieures");
        assertThat(JsonCells.texts("[\"CP\", null, 3, \"\", {\"a\": 1}]")).containsExactly("CP");
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"[]", "null", "[\"CP\"", "CP", "{\"niveau\": \"CP\"}", "\"CP\"", "['CP']", "[\"CP\"] et"})
    void whatIsNoListOfTextsSaysNothing(String cell) {
        assertThat(JsonCells.texts(cell)).isEmpty();
    }

    @Test
    void theFirstObjectOfAListIsTheSchool() {
        var school = JsonCells.object(
                "[{\"code_postal\": 1280, \"nom\": \" Jean \\\"le bon\\\" \", \"academie\": null}, {}]");
        assertThat(JsonCells.text(school, "code_postal")).isEqualTo("1280");
        assertThat(JsonCells.text(school, "nom")).isEqualTo("Jean \"le bon\"");
        assertThat(JsonCells.text(school, "academie")).isNull();
        assertThat(JsonCells.text(school, "type_etablissement")).isNull();
        assertThat(JsonCells.text(JsonCells.object("{\"academie\": \"Lyon\"}"), "academie"))
                .isEqualTo("Lyon");
        assertThat(JsonCells.text(JsonCells.object("[{\"academie\": \" \"}]"), "academie"))
                .isNull();
        assertThat(JsonCells.text(JsonCells.object("[{\"academie\": {\"nom\": \"Lyon\"}}]"), "academie"))
                .isNull();
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"[]", "null", "[null]", "[[]]", "[\"école\"]", "{", "[{\"nom\": }]"})
    void whatHoldsNoObjectIsNoSchool(String cell) {
        assertThat(JsonCells.object(cell)).isNull();
        assertThat(JsonCells.text(JsonCells.object(cell), "nom")).isNull();
    }

    @Test
    void listsOfPythonAreRead() {
        assertThat(JsonCells.pythonTexts("['TPS','PS']")).containsExactly("TPS", "PS");
        assertThat(JsonCells.pythonTexts("['CE1', \"l'été\"]")).containsExactly("CE1", "l'été");
        assertThat(JsonCells.pythonTexts("[\"CP\"]")).containsExactly("CP");
        assertThat(JsonCells.pythonTexts("[]")).isEmpty();
        assertThat(JsonCells.pythonTexts(null)).isEmpty();
    }
}
