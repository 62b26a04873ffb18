package fr.ecolhuma.etreprof.ingestion.cell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class DatesTests {

    @ParameterizedTest
    @CsvSource({
        "2024-02-29 23:59:59, 2024-02-29T23:59:59",
        "2024-02-29T23:59:59, 2024-02-29T23:59:59",
        "2024-02-29, 2024-02-29T00:00:00",
        "2024-02-29 23:59:59.25, 2024-02-29T23:59:59.25",
        "2024-02-29T23:59:59Z, 2024-02-29T23:59:59",
        "2024-03-01 00:30:00+01:00, 2024-02-29T23:30:00",
        "2024-02-29 22:00:00-02, 2024-03-01T00:00:00"
    })
    void datesAreReadInUtc(String cell, LocalDateTime expected) {
        assertThat(Dates.parse(cell)).isEqualTo(expected);
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "2023-02-29 00:00:00",
                "0000-00-00 00:00:00",
                "2024-13-01",
                "2024-01-01 24:00:01",
                "29/02/2024",
                "hier",
                "2024-02-29 23:59",
                "2024-02-29 x",
                "1709251199"
            })
    void otherTextsAreNoDates(String cell) {
        assertThat(Dates.parse(cell)).isNull();
    }

    @Test
    void datesAreWrittenToTheSecond() {
        assertThat(Dates.format(LocalDateTime.of(2024, 2, 3, 4, 5, 6, 789))).isEqualTo("2024-02-03 04:05:06");
        assertThat(Dates.format(null)).isNull();
    }
}
