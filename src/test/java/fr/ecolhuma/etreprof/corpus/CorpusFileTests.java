package fr.ecolhuma.etreprof.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CorpusFileTests {

    private static final String HEADER = """
            title: "Le bruit : un « ennemi » ?"
            type: article
            theme: noise
            defis: [mental_health]
            niveaux: [6e, "Bac Pro"]
            """;

    @Test
    void valuesAndTextAreRead() {
        CorpusText text = CorpusFile.parse("noise/le-bruit.md", file(HEADER));

        assertThat(text)
                .isEqualTo(new CorpusText(
                        "le-bruit",
                        "Le bruit : un « ennemi » ?",
                        "article",
                        "noise",
                        List.of("mental_health"),
                        List.of("6e", "Bac Pro"),
                        "Un texte.\n\n---\n\nSa suite."));
    }

    @Test
    void themeMustBeItsFolder() {
        assertThatThrownBy(() -> CorpusFile.parse("stress/le-bruit.md", file(HEADER)))
                .hasMessageContaining("stress/le-bruit.md")
                .hasMessageContaining("found theme noise");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"title: [a", "- a\n- b\n", "title: T\ntype: article\ntheme: noise\ndefis: none\nniveaux: []\n"})
    void otherFrontMatterIsRefusedByName(String header) {
        assertThatThrownBy(() -> CorpusFile.parse("noise/x.md", file(header)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("noise/x.md: found")
                .hasMessageContaining("expected");
    }

    @Test
    void fileWithoutFrontMatterIsRefused() {
        assertThatThrownBy(() -> CorpusFile.parse("noise/x.md", "Un texte."))
                .hasMessageContaining("found no front matter");
    }

    private static String file(String header) {
        return "---\n" + header + (header.endsWith("\n") ? "" : "\n") + "---\n\nUn texte.\n\n---\n\nSa suite.\n";
    }
}
