package fr.ecolhuma.etreprof.classification.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextStartTests {

    private static final int MOST = 50_000;

    @Test
    void aTextUpToTheBoundIsReadWhole() {
        String text = "a".repeat(MOST);
        assertThat(TextStart.of(text)).isSameAs(text);
    }

    @Test
    void aLongerTextEndsWithAWord() {
        String text = "abcdefg ".repeat(10_000);
        assertThat(TextStart.of(text)).isEqualTo("abcdefg ".repeat(6_250).strip());
    }

    @Test
    void aLongWordIsCutAndNoCharacterIsHalved() {
        assertThat(TextStart.of("a".repeat(MOST + 1))).hasSize(MOST);
        assertThat(TextStart.of("a" + "\uD83D\uDE00".repeat(MOST)))
                .hasSize(MOST - 1)
                .endsWith("\uD83D\uDE00");
    }

    @Test
    void tablesHaveFewCellsUnlessOneIsWideAndLong() {
        assertThat(TableCells.areFew("|a|b|\n|-|-|\n" + "|1|2|\n".repeat(8_000)))
                .isTrue();
        assertThat(TableCells.areFew("|a".repeat(1_000) + "\n" + "b\n".repeat(90)))
                .isTrue();
        assertThat(TableCells.areFew("|a".repeat(1_000) + "\n" + "b\n".repeat(110)))
                .isFalse();
        assertThat(TableCells.areFew("b\n".repeat(110) + "|a".repeat(1_000))).isFalse();
    }
}
