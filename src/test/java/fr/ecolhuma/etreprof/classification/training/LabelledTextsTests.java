package fr.ecolhuma.etreprof.classification.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.ecolhuma.etreprof.classification.linear.ClassifierException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Texts labelled by hand become contents: one per text, with all that its lines say. */
class LabelledTextsTests {

    @TempDir
    Path folder;

    private List<LabelledContent> read(String... lines) {
        try {
            return LabelledTexts.read(Files.writeString(folder.resolve("texts.jsonl"), String.join("\n", lines)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String line(String id, String label, String text) {
        return "{\"id\": \"%s\", \"label\": \"%s\", \"text\": \"%s\"}".formatted(id, label, text);
    }

    @Test
    void aThemeLeavesTheDefisUnknownAndADefiTheTheme() {
        assertThat(read(line("1", "Classroom Noise", "Le bruit."), line("2", "mental_health", "Le stress.")))
                .containsExactly(
                        new LabelledContent("1", "", "Le bruit.", "noise", null),
                        new LabelledContent("2", "", "Le stress.", null, List.of("mental_health")));
    }

    @Test
    void linesOfTheSameTextAddUp() {
        assertThat(read(
                        line("1", "mental_health", "Un texte."),
                        line("2", "stress", " Un texte. "),
                        line("3", "student_success", "Un texte."),
                        line("4", "mental_health", "Un texte.")))
                .containsExactly(new LabelledContent(
                        "1", "", "Un texte.", "stress", List.of("mental_health", "student_success")));
    }

    @Test
    void aLabelOfBothKindsCountsAsBothAndNoneIsNoDefi() {
        assertThat(read(line("1", "psychosocial_skills", "Un."), line("2", "none", "Deux.")))
                .containsExactly(
                        new LabelledContent("1", "", "Un.", "psychosocial_skills", List.of("psychosocial_skills")),
                        new LabelledContent("2", "", "Deux.", null, List.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "noise, stress, a text has one theme",
        "none, mental_health, a text has défis or none",
        "mental_health, none, a text has défis or none"
    })
    void linesThatContradictEachOtherAreRefused(String one, String other, String rule) {
        assertThatExceptionOfType(ClassifierException.class)
                .isThrownBy(() -> read(line("7", one, "Un texte."), line("8", other, "Un texte.")))
                .withMessage(
                        "texts.jsonl: found the same text as '%s' at id 7 and as '%s' at id 8; %s, keep one line",
                        one, other, rule);
    }

    @Test
    void anUnknownLabelIsRefused() {
        assertThatExceptionOfType(ClassifierException.class)
                .isThrownBy(() -> read(line("7", "cookery", "Un texte.")))
                .withMessageStartingWith("texts.jsonl: found the label 'cookery' at id 7, expected a theme, a défi");
    }
}
