package fr.ecolhuma.etreprof.classification.language;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ecolhuma.etreprof.classification.text.TextAnalyzer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageDetectorTests {

    private static Language language(String text) {
        return TextAnalyzer.shipped().analyze(text).language();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Dutch      | De leerlingen oefenen in kleine groepen met breuken, en de leraar loopt rond om hen te helpen.
            Dutch      | Samen lezen in de klas: tips voor leraren
            Catalan    | Els infants preparen una exposició oral sobre els animals de la granja amb l'ajuda de la mestra.
            Catalan    | Com podem millorar el clima de l'aula amb jocs cooperatius
            Romanian   | Elevii lucrează în echipe pentru a construi o machetă a orașului, iar profesorul notează progresele lor.
            Romanian   | Jocuri pentru învățarea cititului la clasa pregătitoare
            Polish     | Nauczycielka czyta bajkę na głos, a dzieci rysują to, co zapamiętały z opowieści.
            Polish     | Jak uspokoić klasę po przerwie
            Latin      | Magister pueris fabulam de lupo et agno narrat; discipuli verba nova in tabulis scribunt.
            Creole     | Timoun yo ap chante ansanm nan lekòl la, epi pwofesè a ap ede yo aprann li ak ekri mo nouvo.
            Creole     | Ki jan pou ede timoun yo aprann li nan kay la ak nan lekòl la
            Portuguese | Os alunos montam uma horta na escola e aprendem a medir o crescimento das plantas em cada semana.
            Portuguese | Como ensinar as crianças a ler com músicas e jogos
            Spanish    | Las maestras organizan un taller de lectura para los niños que empiezan la escuela primaria.
            Spanish    | Ideas para trabajar las emociones con tus alumnos
            Italian    | La maestra propone ai bambini un gioco sui suoni delle parole prima di scrivere il testo.
            German     | Die Kinder bauen aus Holz eine Brücke und messen danach, wie viel Gewicht sie trägt.
            Occitan    | Los escolans aprenon a comptar en occitan amb de jòcs e de cançons dins la classa de la regenta.
            Vietnamese | Học sinh cùng nhau trồng rau trong vườn trường và ghi lại sự phát triển của cây mỗi tuần.
            Turkish    | Öğrenciler sınıfta küçük gruplar halinde çalışır ve öğretmen onlara yardım eder.
            Russian    | Учитель читает сказку, а дети рисуют её героев.
            Arabic     | يتعلم التلاميذ القراءة والكتابة في المدرسة مع معلمتهم
            """)
    void otherLanguagesAreNeitherFrenchNorEnglish(String name, String text) {
        assertThat(language(text)).as(name).isEqualTo(Language.OTHER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Dictée CM1",
                "Burn-out : s'en sortir",
                "Fractions et décimaux CM2",
                "Éducation à la sexualité au collège",
                "Latin : première déclinaison",
                "Le présent simple en anglais",
                "Escape game Harry Potter cycle 3",
                "10 jeux de société coopératifs",
                "Flipped classroom : témoignage",
                "Rituels maths CP",
                "Tutoriel Genially",
                "Classe dehors",
                "Lire l'album « Der kleine Eisbär » avec une classe de cycle 2",
                "Séquence espagnol cycle 4 : la comida",
                "Philosopher avec les enfants",
                "Brain gym",
                "Le kamishibaï",
                "Grammaire, conjugaison, orthographe",
                "Padlet, Kahoot, Quizlet, Plickers",
                "Plan de travail, ceintures, tutorat, marché de connaissances, conseil coopératif",
                "Autisme, dys, TDAH, HPI",
                "Stress, anxiété, sommeil, relaxation"
            })
    void frenchTitlesAreFrench(String title) {
        assertThat(language(title)).isEqualTo(Language.FR);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "How to keep a class calm after the break",
                "Group work that works: five rules",
                "Teaching fractions with paper strips",
                "Pupils plant a garden and measure how fast each plant grows every week.",
                "The teacher reads a tale aloud while the children draw what they remember of the story."
            })
    void englishTextsAreEnglish(String text) {
        assertThat(language(text)).isEqualTo(Language.EN);
    }

    @Test
    void quotationsDoNotChangeTheLanguageOfALongText() {
        String french = "Les élèves écoutent la chanson puis répètent chaque phrase avec leur enseignante. ";
        String german = "Alle meine Entchen schwimmen auf dem See, Köpfchen in das Wasser, Schwänzchen in die Höh. ";
        assertThat(language(french.repeat(4) + german)).isEqualTo(Language.FR);
        assertThat(language(german + french.repeat(4))).isEqualTo(Language.FR);
        assertThat(language(german.repeat(4) + french)).isEqualTo(Language.OTHER);
    }

    @Test
    void aTextWithoutWordsIsFrench() {
        assertThat(language("")).isEqualTo(Language.FR);
        assertThat(language("2 + 2 = 4")).isEqualTo(Language.FR);
    }
}
