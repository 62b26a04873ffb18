package fr.ecolhuma.etreprof.recompute.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SheetSettingsTests {

    @ParameterizedTest
    @CsvSource({"semicolon, 59", "comma, 44", "tab, 9"})
    void aSeparatorHasAName(String name, int character) {
        assertThat((int) new SheetSettings(name).character()).isEqualTo(character);
    }

    @Test
    void anotherOneIsRefused() {
        assertThatThrownBy(() -> new SheetSettings(";"))
                .hasMessage("ETREPROF_CSV_SEPARATOR: found ';', expected one of [comma, semicolon, tab]");
    }
}
