package fr.ecolhuma.etreprof.domain;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ecolhuma.etreprof.domain.TaughtLevels.Stage;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LevelsTests {

    @ParameterizedTest
    @CsvSource(textBlock = """
                    TPS,                               MATERNELLE
                    PS,                                MATERNELLE
                    MS,                                MATERNELLE
                    GS,                                MATERNELLE
                    CP,                                ELEMENTAIRE
                    CE1,                               ELEMENTAIRE
                    CE2,                               ELEMENTAIRE
                    CM1,                               ELEMENTAIRE
                    CM2,                               ELEMENTAIRE
                    6e,                                COLLEGE
                    5e,                                COLLEGE
                    4e,                                COLLEGE
                    3e,                                COLLEGE
                    SEGPA,                             COLLEGE
                    2nde,                              LYCEE
                    1ère,                              LYCEE
                    Terminale,                         LYCEE
                    CAP,                               LYCEE_PRO
                    Bac Pro,                           LYCEE_PRO
                    POST BAC,                          AUTRE
                    Études supérieures,                AUTRE
                    Formateur-trice /Inspecteur-trice, AUTRE
                    ASH,                               MATERNELLE ELEMENTAIRE
                    Enseignement spécialisé,           MATERNELLE ELEMENTAIRE
                    Direction,                         MATERNELLE ELEMENTAIRE
                    Professeur-e documentaliste,       COLLEGE LYCEE
                    """)
    void everyKnownLevelHasItsStages(String label, String stages) {
        List<Stage> expected =
                List.of(stages.split(" ")).stream().map(Stage::valueOf).toList();
        assertThat(Levels.taught(List.of(label)).stages()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cp", "CP ", "6ème", "CP/CE1", "Lycée", ""})
    void otherLabelsAreIgnored(String label) {
        assertThat(Levels.taught(List.of(label))).isEqualTo(TaughtLevels.NONE);
        assertThat(Levels.degree(List.of(label))).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "'', 0",
        "CP, 1",
        "Direction, 1",
        "ASH, 1",
        "6e, 2",
        "POST BAC, 2",
        "SEGPA, 2",
        "Professeur-e documentaliste, 2",
        "CP|6e, 1",
        "CP|6e|5e, 2",
        "CP|CE1|6e, 1",
        "inconnu|6e, 2",
        "CP|CE1|6e|Formateur-trice /Inspecteur-trice, 3",
        "Formateur-trice /Inspecteur-trice, 3"
    })
    void theMajorityOfLevelsDecidesTheDegreeUnlessOneTrains(String labels, int degree) {
        assertThat(Levels.degree(List.of(labels.split("\\|")))).isEqualTo(degree);
    }

    @ParameterizedTest
    @CsvSource({"6e|6e|CP|CE1, 1", "ASH|Enseignement spécialisé|6e|5e, 2"})
    void aLevelThatIsDeclaredTwiceCountsOnce(String labels, int degree) {
        assertThat(Levels.degree(List.of(labels.split("\\|")))).isEqualTo(degree);
    }
}
