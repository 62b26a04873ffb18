package fr.ecolhuma.etreprof.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import fr.ecolhuma.etreprof.domain.TaughtLevels.Stage;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TaughtLevelsTests {

    @ParameterizedTest
    @CsvSource({
        "MATERNELLE, maternelle, Maternelle, 1",
        "ELEMENTAIRE, elementaire, Élémentaire, 2",
        "COLLEGE, college, Collège, 4",
        "LYCEE, lycee, Lycée, 8",
        "LYCEE_PRO, lycee_pro, Lycée pro, 16",
        "AUTRE, autre, Autre, 32"
    })
    void stagesHaveNamesAndABitEach(Stage stage, String code, String label, int bit) {
        assertThat(stage.code()).isEqualTo(code);
        assertThat(stage.label()).isEqualTo(label);
        assertThat(TaughtLevels.of(Set.of(stage)).bits()).isEqualTo(bit);
    }

    @Test
    void stagesAreListedByTheAgeOfPupils() {
        TaughtLevels levels = TaughtLevels.of(Set.of(Stage.AUTRE, Stage.LYCEE, Stage.MATERNELLE));
        assertThat(levels.stages()).containsExactly(Stage.MATERNELLE, Stage.LYCEE, Stage.AUTRE);
        assertThat(levels.contains(Stage.LYCEE)).isTrue();
        assertThat(levels.contains(Stage.LYCEE_PRO)).isFalse();
        assertThat(new TaughtLevels(levels.bits())).isEqualTo(levels);
        assertThat(TaughtLevels.NONE.stages()).isEmpty();
    }

    @Test
    void namesOfLevelsBelongToStages() {
        assertThat(TaughtLevels.ofLabels(List.of("CM2", "6e", "CM2", "Licence")).stages())
                .containsExactly(Stage.ELEMENTAIRE, Stage.COLLEGE);
        assertThat(TaughtLevels.ofLabels(List.of("Études supérieures")).stages())
                .containsExactly(Stage.AUTRE);
        assertThat(TaughtLevels.ofLabels(List.of())).isEqualTo(TaughtLevels.NONE);
    }

    @ParameterizedTest
    @ValueSource(ints = {64, -1, 128})
    void otherBitsAreRefused(int bits) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TaughtLevels(bits))
                .withMessage("found level bits %d, expected 0 to 63", bits);
    }
}
