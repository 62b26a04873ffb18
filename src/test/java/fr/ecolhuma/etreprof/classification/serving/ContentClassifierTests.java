package fr.ecolhuma.etreprof.classification.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.ecolhuma.etreprof.classification.ShippedClassifier;
import fr.ecolhuma.etreprof.classification.embedding.Embedder;
import fr.ecolhuma.etreprof.classification.judging.ModelCard;
import fr.ecolhuma.etreprof.classification.linear.Head;
import fr.ecolhuma.etreprof.classification.linear.SparseVector;
import fr.ecolhuma.etreprof.classification.linear.TermReader;
import fr.ecolhuma.etreprof.classification.text.TextAnalyzer;
import fr.ecolhuma.etreprof.classification.text.Word;
import fr.ecolhuma.etreprof.corpus.Corpus;
import fr.ecolhuma.etreprof.corpus.CorpusText;
import fr.ecolhuma.etreprof.domain.Taxonomy;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContentClassifierTests {

    private static final ContentClassifier CLASSIFIER = ShippedClassifier.get();
    private static final TermReader READER = TermReader.shipped(Embedder.none());
    private static final String FRENCH = """
            # Accueillir un élève autiste au CE1

            L’élève arrive avec son AESH ; l’équipe prépare des repères visuels, un coin calme et des consignes courtes.

            ## Aménager les évaluations

            - **Du temps** en plus
            - Une tâche à la fois, avec l’accord de l’enseignante référente
            """;

    @Test
    void theSeedExampleComesOutRight() {
        Classification answer =
                CLASSIFIER.classify("# Teaching mathematics\nStrategies for differentiated learning...");

        assertThat(answer.theme()).isEqualTo(Taxonomy.load().themeByCode("mathematics"));
        assertThat(answer.defi()).isEqualTo(Taxonomy.load().defiByCode("student_success"));
        assertThat(answer.language()).isEqualTo("en");
        assertThat(answer.abstained()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("texts")
    void aTextReadIntoTermsHasTheThemeOfItsAnswer(String text) {
        ThemedText themed = CLASSIFIER.themed(READER.read(text));
        SparseVector named =
                CLASSIFIER.themes().head().vocabulary().vector(READER.read(text).terms());

        assertThat(themed.theme()).isEqualTo(CLASSIFIER.classify(text).theme());
        assertThat(places(themed.terms())).isEqualTo(places(named));
    }

    private static Stream<String> texts() {
        return Stream.concat(
                Stream.of(
                        "",
                        "lire",
                        "Das ist nicht ein Text, und das ist die Schule der Kinder.",
                        "zzqx zzqy zzqz zzqw"),
                Corpus.load().stream().limit(60).map(text -> "# " + text.title() + "\n\n" + text.markdown()));
    }

    private static List<Integer> places(SparseVector vector) {
        return IntStream.range(0, vector.size()).mapToObj(vector::feature).toList();
    }

    @Test
    void aPlainContentIsRecognised() {
        Classification answer = CLASSIFIER.classify(FRENCH);

        assertThat(answer.defi()).isEqualTo(Taxonomy.load().defiByCode("inclusive_school"));
        assertThat(answer.themes().get(0).label().code()).isIn("special_needs", "learning_disorders");
    }

    @Test
    void themesAreTheBestThreeAndDefisAllFiveSurestFirst() {
        Classification answer = CLASSIFIER.classify(FRENCH);

        assertThat(answer.themes())
                .hasSize(3)
                .isSortedAccordingTo((a, b) -> Double.compare(b.confidence(), a.confidence()));
        assertThat(answer.defis())
                .hasSize(5)
                .isSortedAccordingTo((a, b) -> Double.compare(b.confidence(), a.confidence()));
        assertThat(answer.themes().stream()
                        .mapToDouble(Classification.Likely::confidence)
                        .sum())
                .isBetween(0.0, 1.0 + 1e-9);
    }

    private static Stream<String> spellings() {
        return Stream.of(
                FRENCH.replace("\n", "\r\n"),
                FRENCH.replace("\n", "\r"),
                "\uFEFF" + FRENCH,
                Normalizer.normalize(FRENCH, Normalizer.Form.NFD),
                FRENCH.replace("évaluations", "éva\u00ADlua\u00ADtions"),
                FRENCH.replace("élève autiste", "élève\u00A0autiste").replace("coin calme", "coin\u202Fcalme"),
                FRENCH.replace("AESH", "A\u200BESH"),
                FRENCH.toUpperCase(Locale.FRENCH),
                FRENCH.replaceAll("[éè]", "e").replace('â', 'a').replace('ê', 'e'),
                FRENCH.replace('’', '\''));
    }

    @ParameterizedTest
    @MethodSource("spellings")
    void bytesThatMeanTheSameAnswerTheSame(String spelling) {
        Classification usual = CLASSIFIER.classify(FRENCH);
        Classification answer = CLASSIFIER.classify(spelling);

        assertThat(answer.themes()).isEqualTo(usual.themes());
        assertThat(answer.defis()).isEqualTo(usual.defis());
        assertThat(answer.evidence().stream().map(Evidence::label))
                .isEqualTo(usual.evidence().stream().map(Evidence::label).toList());
    }

    @Test
    void evidenceStandsInTheTextWhereItSays() {
        Classification answer = CLASSIFIER.classify(FRENCH);

        assertThat(answer.evidence()).isNotEmpty().allSatisfy(one -> {
            assertThat(FRENCH.substring(one.start(), one.end())).isEqualTo(one.term());
            assertThat(one.weight()).isBetween(0.0, 1.0);
            assertThat(one.where()).isIn("title", "heading", "emphasis", "body");
        });
        assertThat(answer.evidence().stream().map(Evidence::term)).contains("AESH");
    }

    @Test
    void entitiesAndBackslashesChangeNeitherTheAnswerNorWhatIsShown() {
        String spelled = FRENCH.replace("’", "&rsquo;").replace("coin calme", "coin&nbsp;calme") + "\n5\\. un plan \\*";
        Classification answer = CLASSIFIER.classify(spelled);

        assertThat(answer.evidence())
                .isNotEmpty()
                .allSatisfy(one -> assertThat(one.term()).doesNotContain(" ", "&"))
                .allSatisfy(one ->
                        assertThat(spelled.substring(one.start(), one.end())).isEqualTo(one.term()));
        assertThat(answer)
                .usingRecursiveComparison()
                .ignoringFields("evidence")
                .isEqualTo(CLASSIFIER.classify(FRENCH + "\n5. un plan"));
    }

    @Test
    void aContentInHtmlIsReadLikeMarkdown() {
        Classification answer = CLASSIFIER.classify(
                "<p>Les <b>fractions</b> en sixi&egrave;me&nbsp;: comparer et additionner des fractions d&eacute;cimales.</p>");

        assertThat(answer.theme()).isEqualTo(Taxonomy.load().themeByCode("mathematics"));
        assertThat(answer.evidence().get(0).term()).isEqualTo("fractions");
    }

    @Test
    void anArticleBeforeAnApostropheIsNoEvidence() {
        assertThat(CLASSIFIER.classify(FRENCH).evidence())
                .allSatisfy(one -> assertThat(one.term()).doesNotContain("’", "'"));
    }

    @Test
    void wordsOfEverySchoolTextAreNotShown() {
        Classification answer = CLASSIFIER.classify(
                "Outils pratiques pour tous les élèves de la classe : additionner des fractions, un travail pédagogique à l'école.");
        assertThat(answer.evidence()).isNotEmpty().allSatisfy(one -> {
            assertThat(one.kind()).isIn("theme", "defi");
            assertThat(one.term().toLowerCase(Locale.ROOT))
                    .isNotIn("outils", "pratiques", "tous", "élèves", "classe", "travail", "pédagogique", "école");
        });
    }

    @Test
    void theReasonSaysHowFarTheBestThemeLeads() {
        Set<Abstention> given = new HashSet<>();
        for (CorpusText one : Corpus.load()) {
            Classification answer = CLASSIFIER.classify(one.markdown().substring(0, 70));
            if (answer.abstained() && !answer.themes().isEmpty()) {
                double lead = answer.themes().get(0).confidence()
                        - answer.themes().get(1).confidence();
                assertThat(answer.reason()).isEqualTo(lead > 0.15 ? Abstention.NOT_SURE : Abstention.SEVERAL_LIKELY);
                given.add(answer.reason());
            }
        }
        assertThat(given).contains(Abstention.NOT_SURE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mathematics", "spelling", "special_needs"})
    void theAmountsOfAThemesWordsAndItsBiasAddUpToItsScore(String label) {
        assertAddsUp(CLASSIFIER.themes().head(), label);
    }

    @ParameterizedTest
    @ValueSource(strings = {"inclusive_school", "student_success"})
    void theAmountsOfADefisWordsAndItsBiasAddUpToItsScore(String label) {
        assertAddsUp(CLASSIFIER.defis().head(), label);
    }

    private static void assertAddsUp(Head head, String label) {
        List<Word> words = TextAnalyzer.shipped().analyze(FRENCH).words();
        int place = head.model().labels().indexOf(label);
        Explanation explanation = TextFeatures.of(words, new float[0])
                .over(head, WordTable.of(head))
                .explain(label);

        double sum = 0;
        for (int word = 0; word < words.size(); word++) {
            sum += explanation.amount(word);
        }
        assertThat(explanation.bias() + sum).isCloseTo(explanation.score(), within(1e-6));
        assertThat(explanation.score()).isCloseTo(head.scores(words)[place], within(1e-6));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|too short",
                "Trois petits mots|too short",
                "🎉 🎈 🎂|too short",
                "Los alumnos aprenden a leer con los cuentos que la maestra cuenta por las mañanas en el patio de la escuela|neither French nor English",
                "学生在学校学习数学和语言，老师帮助他们理解|neither French nor English",
                "le la les de des du un une et en|nothing recognised"
            })
    void aTextThatSaysTooLittleGetsNoThemeAndAReason(String text, String reason) {
        Classification answer = CLASSIFIER.classify(text);

        assertThat(answer.theme()).isNull();
        assertThat(answer.defi()).isNull();
        assertThat(answer.reason()).extracting(Abstention::code).isEqualTo(reason);
        assertThat(answer.evidence()).isEmpty();
    }

    @Test
    void aTextOfSeveralThemesGetsNoneOfThem() {
        Classification answer = CLASSIFIER.classify(
                "Au programme de la semaine : mathématiques, orthographe, musique, sport et sciences.");

        assertThat(answer.theme()).isNull();
        assertThat(answer.reason()).isIn(Abstention.SEVERAL_LIKELY, Abstention.NOT_SURE);
    }

    @Test
    void codeAloneIsNoText() {
        assertThat(CLASSIFIER
                        .classify("```java\nint mathematiques = 1; // les élèves comptent\n```")
                        .reason())
                .isEqualTo(Abstention.TOO_SHORT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "inclusive_school|Inclusion numérique : la commune ouvre un atelier pour apprendre à utiliser une messagerie.",
                "ecological_transition|Environnement sonore : enregistrer les bruits de la rue et composer une musique."
            })
    void wordsThatOnlyLookLikeAChallengeAreNotTakenForIt(String defi, String text) {
        assertThat(CLASSIFIER.classify(text).defi())
                .isNotEqualTo(Taxonomy.load().defiByCode(defi));
    }

    @Test
    void confidenceIsCalibratedAndWhatIsAnsweredIsRightNineTimesOfTen() {
        for (ModelCard.Figures figures :
                List.of(CLASSIFIER.card().themes(), CLASSIFIER.card().defis())) {
            assertThat(figures.ece()).isLessThanOrEqualTo(0.05);
            assertThat(figures.precision()).isGreaterThanOrEqualTo(0.9);
            assertThat(figures.answered()).isGreaterThan(0.3);
        }
        assertThat(CLASSIFIER.card().defis().macroF1()).isGreaterThan(0.75);
    }

    @Test
    void aLongTextIsReadToTheBoundAndSaysSo() {
        String unread = "\n\n" + "Arroser les plantes du jardin et observer la biodiversité. ".repeat(2_000);
        String start = FRENCH + "\n" + " ".repeat(50_000 - FRENCH.length() - 1);

        Classification whole = CLASSIFIER.classify(start);
        Classification longer = CLASSIFIER.classify(start + unread);

        assertThat(whole.truncated()).isFalse();
        assertThat(longer.truncated()).isTrue();
        assertThat(longer.themes())
                .isEqualTo(whole.themes())
                .isEqualTo(CLASSIFIER.classify(FRENCH).themes());
        assertThat(longer.evidence()).isEqualTo(whole.evidence());
        assertThat(CLASSIFIER.classify("zzqx ".repeat(20_000)).truncated())
                .as("without an answer too")
                .isTrue();
    }
}
