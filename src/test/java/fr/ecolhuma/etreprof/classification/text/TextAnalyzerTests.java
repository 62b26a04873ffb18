package fr.ecolhuma.etreprof.classification.text;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ecolhuma.etreprof.classification.language.Language;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Words, stems, acronyms and levels. */
class TextAnalyzerTests {

    private final TextAnalyzer analyzer = new TextAnalyzer(SchoolTerms.load());

    private List<String> terms(String text) {
        return analyzer.analyze(text).words().stream().map(Word::term).toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "les difficultés de l'élève à l'école",
                "LES DIFFICULTÉS DE L'ÉLÈVE À L'ÉCOLE",
                "les difficultes de l’eleve a l’ecole",
                "les diffi\u00ADculte\u0301s\u00A0de l'e\u0301le\u0300ve à l'école",
                "la difficulté des élèves et des écoles"
            })
    void accentsCapitalsElisionAndPluralsMakeNoDifference(String text) {
        assertThat(terms(text)).isEqualTo(terms("difficulté élève école")).hasSize(3);
    }

    @Test
    void anAcronymAfterAWordThatGivesItAnotherMeaningKeepsItsShortForm() {
        assertThat(terms("Un PAP pour cet élève")).contains("acompagn");
        assertThat(terms("Le mouvement PAP de cette année")).contains("pap").doesNotContain("acompagn");
        assertThat(terms("Un élève à BEP")).contains("besoin");
    }

    @Test
    void englishIsReadAsEnglish() {
        assertThat(terms("the teachers of the schools are in the classrooms with their students"))
                .contains("teacher", "school", "classroom", "student")
                .doesNotContain("the", "of");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"voir https://secret.fr/a?b=c ici", "voir www.secret.fr ici", "voir jean.secret@ac-paris.fr ici"
            })
    void addressesAreNotWords(String text) {
        assertThat(terms(text)).isEqualTo(terms("voir ici"));
    }

    @Test
    void addressesDoNotMoveTheWordsBehindThem() {
        String text = "voir a@b.fr classe";
        Word last = analyzer.analyze(text).words().getLast();
        assertThat(text.substring(last.start(), last.end())).isEqualTo("classe");
    }

    @Test
    void anEscapeInATableDoesNotCutTheWordsBehindIt() {
        String text = "| a \\| classe | école \\| cour |\n|---|---|";
        assertThat(analyzer.analyze(text).words().stream().map(word -> text.substring(word.start(), word.end())))
                .containsExactly("classe", "école", "cour");
    }

    @ParameterizedTest
    @CsvSource({"AESH, handicap", "aesh, handicap", "REP+, renforc", "rep +, renforc", "ULIS, inclusion", "EDD, durabl"
    })
    void acronymsStandForWhatTheyMean(String acronym, String meaning) {
        assertThat(String.join(" ", terms("une classe " + acronym + " ici"))).contains(meaning);
    }

    @Test
    void aStemThatLooksLikeAnAcronymIsNone() {
        // "paies" has the stem of PAI, the plan for sick pupils
        assertThat(terms("les paies de la classe")).doesNotContainAnyElementsOf(terms("projet accueil santé"));
        assertThat(terms("the odd one of the school is in the class")).doesNotContain("durabl");
    }

    @ParameterizedTest
    @CsvSource({
        "en CE1, niveau_cycle_2",
        "en petite section, niveau_cycle_1",
        "les maternelles, niveau_cycle_1",
        "au cycle 3, niveau_cycle_3",
        "CYCLE 4, niveau_cycle_4",
        "une classe de sixième, niveau_cycle_3",
        "les élèves de 4e, niveau_cycle_4",
        "en bac pro, niveau_lycee",
        "les lycées, niveau_lycee"
    })
    void levelsAreOneTermEach(String text, String level) {
        assertThat(terms(text)).contains(level);
    }

    @ParameterizedTest
    @ValueSource(strings = {"la troisième étape", "le motocycle 3 roues", "garder le cap", "section\n\n# petite"})
    void ordinaryWordsAreNoLevels(String text) {
        assertThat(terms(text)).noneMatch(term -> term.startsWith("niveau_"));
    }

    @Test
    void everyNameOfALevelIsFound() {
        SchoolTerms.load()
                .levels()
                .forEach((level, names) -> assertThat(names)
                        .allSatisfy(name -> assertThat(terms(name)).as(name).contains("niveau_" + level)));
    }

    @Test
    void wordsOfTwoBlocksDoNotFollowOneAnother() {
        assertThat(analyzer.analyze("# classe calme\n\nmusique douce").words().stream()
                        .map(Word::follows))
                .containsExactly(false, true, false, true);
    }

    @ParameterizedTest
    @CsvSource({
        "Les élèves de la classe lisent dans le jardin, FR",
        "The students are reading in the garden with their teacher, EN",
        "Los alumnos y las maestras leen en el jardín por la tarde con una amiga, OTHER",
        "Die Schüler sind nicht mit der Lehrerin und den Eltern auf dem Weg, OTHER",
        "Ученики читают в саду, OTHER",
        "AESH, FR",
        "'', FR"
    })
    void theLanguageIsTold(String text, Language language) {
        assertThat(analyzer.analyze(text).language()).isEqualTo(language);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n", "12 34", "😀 🎉", "`code`", "\u0000"})
    void textsWithoutWordsHaveNone(String text) {
        assertThat(terms(text)).isEmpty();
    }
}
