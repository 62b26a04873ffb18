package fr.ecolhuma.etreprof.ingestion.cell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The readers of cells say of every cell of the table what was worked out by hand. */
class CellTests {

    private static <T> void assertReadings(
            String kind, int atLeast, Function<@Nullable String, CellValue<T>> reading, Function<T, String> shown)
            throws Exception {
        List<CellExamples.Example> examples = CellExamples.of(kind);
        assertThat(examples).hasSizeGreaterThanOrEqualTo(atLeast);
        SoftAssertions softly = new SoftAssertions();
        for (CellExamples.Example example : examples) {
            CellValue<T> cell = reading.apply(example.cell());
            softly.assertThat(shown(cell, shown))
                    .as("%s «%s»", kind, example.cell())
                    .isEqualTo(example.reading());
        }
        softly.assertAll();
        assertThat(reading.apply(null)).isEqualTo(CellValue.none());
    }

    private static <T> String shown(CellValue<T> cell, Function<T, String> value) {
        return switch (cell) {
            case CellValue.Null<T> nothing -> "-";
            case CellValue.NotUnderstood<T> other -> "?";
            case CellValue.Understood<T> understood -> value.apply(understood.found());
        };
    }

    @Test
    void idsAreRead() throws Exception {
        assertReadings("id", 60, Ids::read, String::valueOf);
    }

    @Test
    void timesAreRead() throws Exception {
        assertReadings("time", 180, cell -> Times.read(cell, CellExamples.YEARS), LocalDateTime::toString);
    }

    @Test
    void numbersAreRead() throws Exception {
        assertReadings("number", 40, Numbers::whole, String::valueOf);
    }

    @Test
    void flagsAreRead() throws Exception {
        assertReadings("flag", 60, Flags::read, String::valueOf);
    }

    @Test
    void typesAreRead() throws Exception {
        assertReadings("type", 70, Types::read, type -> type);
    }

    @Test
    void listsAreRead() throws Exception {
        assertReadings("list", 100, TextLists::read, texts -> String.join("|", texts));
    }

    @Test
    void textsAreRead() throws Exception {
        assertReadings("text", 40, Texts::read, text -> text);
    }

    @Test
    void schoolsAreRead() throws Exception {
        assertReadings("school", 20, Records::read, CellTests::sorted);
    }

    private static String sorted(Map<String, String> texts) {
        return new TreeMap<>(texts).entrySet().stream().map(Map.Entry::toString).collect(Collectors.joining(" "));
    }

    @Test
    void numbersSince1970AreReadInTheirUnit() {
        assertThat(Epochs.unit("1752141600")).isEqualTo(Epochs.Unit.SECONDS);
        assertThat(Epochs.unit(" 1752141600.0 ")).isEqualTo(Epochs.Unit.SECONDS);
        assertThat(Epochs.unit("1752141600123")).isEqualTo(Epochs.Unit.MILLISECONDS);
        assertThat(Epochs.unit("17521416001")).isNull();
        assertThat(Epochs.unit("2025-07-10")).isNull();
        assertThat(Epochs.unit(null)).isNull();
        // 2025-07-10 10:00:00 UTC is 20,279 days and ten hours after 1970: 20279 * 86400 + 36000
        assertThat(Epochs.read("1752141600", Epochs.Unit.SECONDS, CellExamples.YEARS))
                .isEqualTo(CellValue.of(LocalDateTime.of(2025, 7, 10, 10, 0)));
        assertThat(Epochs.read("1752141600123", Epochs.Unit.MILLISECONDS, CellExamples.YEARS))
                .isEqualTo(CellValue.of(LocalDateTime.of(2025, 7, 10, 10, 0, 0, 123_000_000)));
        // 2033, and 1973
        assertThat(Epochs.read("2000000000", Epochs.Unit.SECONDS, CellExamples.YEARS))
                .isEqualTo(CellValue.notUnderstood());
        assertThat(Epochs.read("100000000", Epochs.Unit.SECONDS, CellExamples.YEARS))
                .isEqualTo(CellValue.notUnderstood());
        assertThat(Epochs.read("1752141600", Epochs.Unit.MILLISECONDS, CellExamples.YEARS))
                .isEqualTo(CellValue.notUnderstood());
    }
}
