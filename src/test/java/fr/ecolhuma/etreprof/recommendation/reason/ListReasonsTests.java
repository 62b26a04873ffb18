package fr.ecolhuma.etreprof.recommendation.reason;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ecolhuma.etreprof.domain.CatalogueItem;
import fr.ecolhuma.etreprof.domain.ContentKey;
import fr.ecolhuma.etreprof.domain.TaughtLevels;
import fr.ecolhuma.etreprof.domain.TaughtLevels.Stage;
import fr.ecolhuma.etreprof.recommendation.SmallPlatform;
import fr.ecolhuma.etreprof.recommendation.usage.Audience;
import fr.ecolhuma.etreprof.recommendation.usage.LevelUsage;
import fr.ecolhuma.etreprof.recommendation.usage.SegmentUsage;
import fr.ecolhuma.etreprof.recommendation.usage.UsagePairs;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Rows 0 to 4 are what the reader has used, row 2 of it not online; 5 is used by many, 6 by few and 7 by none. */
class ListReasonsTests {

    private static final int UN = 0;
    private static final int DEUX = 1;
    private static final int HIDDEN = 2;
    private static final int LIRE = 3;
    private static final int WRITE = 4;
    private static final int MANY = 5;
    private static final int FEW = 6;
    private static final int NONE = 7;

    private static final List<CatalogueItem> CATALOGUE =
            catalogue("Un", "Deux", "Brouillon", "Lire : un plan", "Écrire : un plan", "Beaucoup", "Peu", "Rien");

    private static final TaughtLevels COLLEGE = TaughtLevels.of(EnumSet.of(Stage.COLLEGE));
    private static final TaughtLevels LYCEE = TaughtLevels.of(EnumSet.of(Stage.LYCEE));
    private static final SegmentUsage.Entry UNUSED = new SegmentUsage.Entry(0, 0, 0);

    /** 25 of the segment's 100 users and 40 of 400; then 1 and 4. */
    private static final List<SegmentUsage> USAGE = List.of(new SegmentUsage(
            100,
            400,
            List.of(
                    UNUSED,
                    UNUSED,
                    UNUSED,
                    UNUSED,
                    UNUSED,
                    new SegmentUsage.Entry(25, 40, 1),
                    new SegmentUsage.Entry(1, 4, 0.1),
                    UNUSED)));

    private static final PersonalReasons REASONS = new PersonalReasons(
            CATALOGUE,
            USAGE,
            SmallPlatform.noLevels(USAGE),
            code -> code.equals("mental_health") ? "Santé mentale" : "?");

    private final ListReasons list = REASONS.list(0, TaughtLevels.NONE);

    private static List<CatalogueItem> catalogue(String... titles) {
        List<CatalogueItem> all = new ArrayList<>();
        for (int row = 0; row < titles.length; row++) {
            ContentKey key = new ContentKey("article", row);
            List<String> defis = row == MANY ? List.of("mental_health", "inclusive_school") : List.of();
            all.add(new CatalogueItem(key, titles[row], 1, defis, List.of(), row != HIDDEN, SmallPlatform.NEWEST));
        }
        return all;
    }

    private static Supporter by(int row, double weight) {
        return new Supporter(row, weight);
    }

    private static void assertSays(String sentence, String expected) {
        assertThat(sentence.replace('\u00a0', '~')).isEqualTo(expected);
    }

    @Test
    void theStrongestOfTheHistoryAreNamed() {
        assertSays(
                list.ofHistory(FEW, List.of(by(UN, 1), by(DEUX, 0.5))),
                "Ce contenu vous est proposé parce que vous avez consulté «~Un~» et «~Deux~».");
        assertSays(
                list.ofHistory(FEW, List.of(by(UN, 1), by(DEUX, 0.49))),
                "Ce contenu vous est proposé parce que vous avez consulté «~Un~».");
    }

    @Test
    void aContentThatIsNotOnlineIsNotNamed() {
        assertSays(
                list.ofHistory(MANY, List.of(by(HIDDEN, 1))),
                "Ce contenu est consulté par des enseignants qui lisent les mêmes contenus que vous.");
        assertSays(
                list.ofHistory(FEW, List.of(by(HIDDEN, 1), by(UN, 0.5), by(DEUX, 0.3))),
                "Ce contenu vous est proposé parce que vous avez consulté «~Un~» et «~Deux~».");
        assertSays(list.ofKinship(HIDDEN), "Ce contenu est proche de celui que vous regardez.");
    }

    @Test
    void twoTitlesHaveOneColon() {
        assertSays(
                list.ofHistory(FEW, List.of(by(LIRE, 1), by(WRITE, 1), by(UN, 0.6))),
                "Ce contenu vous est proposé parce que vous avez consulté «~Lire~: un plan~» et «~Un~».");
    }

    @Test
    void aTitleStandsTwiceAndThenTheNextBestOrTheUseSpeaks() {
        for (int time = 0; time < 2; time++) {
            assertSays(
                    list.ofHistory(FEW, List.of(by(UN, 1))),
                    "Ce contenu vous est proposé parce que vous avez consulté «~Un~».");
        }
        assertSays(
                list.ofHistory(FEW, List.of(by(UN, 1), by(DEUX, 0.6))),
                "Ce contenu vous est proposé parce que vous avez consulté «~Deux~».");
        assertSays(
                list.ofHistory(MANY, List.of(by(UN, 1), by(DEUX, 0.1))),
                "Ce contenu a été consulté par 25,0~% des inscrits dont l'activité ressemble à la vôtre.");
        assertSays(
                list.ofHistory(FEW, List.of(by(UN, 1))),
                "Ce contenu est consulté par des enseignants qui lisent les mêmes contenus que vous.");
        assertSays(
                list.ofLikeness(FEW, List.of(by(UN, 1))), "Ce contenu est proche d'un contenu que vous avez consulté.");
        assertSays(
                REASONS.list(0, TaughtLevels.NONE).ofHistory(FEW, List.of(by(UN, 1))),
                "Ce contenu vous est proposé parce que vous avez consulté «~Un~».");
    }

    @Test
    void theMostAlikeIsNamedAlone() {
        assertSays(
                list.ofLikeness(FEW, List.of(by(UN, 1), by(DEUX, 1))),
                "Ce contenu est proche de «~Un~», que vous avez consulté.");
        list.ofLikeness(FEW, List.of(by(UN, 1)));
        assertSays(
                list.ofLikeness(FEW, List.of(by(UN, 1), by(DEUX, 0.5))),
                "Ce contenu est proche de «~Deux~», que vous avez consulté.");
        assertSays(
                list.ofLikeness(MANY, List.of(by(UN, 1), by(DEUX, 0.4))),
                "Ce contenu a été consulté par 25,0~% des inscrits dont l'activité ressemble à la vôtre.");
    }

    @Test
    void whatIsLookedAtIsNamedTwice() {
        assertSays(list.ofKinship(UN), "Ce contenu est proche de «~Un~».");
        assertSays(
                list.ofSharedUsers(UN), "Ce contenu est consulté par des enseignants qui ont aussi consulté «~Un~».");
        assertSays(list.ofKinship(UN), "Ce contenu est proche de celui que vous regardez.");
        assertSays(
                list.ofSharedUsers(UN),
                "Ce contenu est consulté par des enseignants qui ont aussi consulté celui que vous regardez.");
    }

    @Test
    void theUseOfTheSegmentIsTheReadersOwn() {
        ListReasons visitor = REASONS.list(-1, TaughtLevels.NONE);
        assertSays(
                list.ofUse(MANY),
                "Ce contenu a été consulté par 25,0~% des inscrits dont l'activité ressemble à la vôtre.");
        assertSays(visitor.ofUse(MANY), "Ce contenu a été consulté par 10,0~% des inscrits.");
        assertSays(list.ofUse(FEW), "Ce contenu, encore peu consulté, reste à découvrir.");
        assertSays(visitor.ofUse(NONE), "Ce contenu, pas encore consulté, reste à découvrir.");
    }

    /** Of 120 users half teach at collège, where thirty use the content, and half at the lycée, where six do. */
    private static PersonalReasons atStages() {
        Audience audience = new Audience() {
            @Override
            public int segments() {
                return 1;
            }

            @Override
            public int segment(int user) {
                return 0;
            }

            @Override
            public TaughtLevels levels(int user) {
                return user < 60 ? COLLEGE : LYCEE;
            }
        };
        UsagePairs pairs = new UsagePairs(false);
        IntStream.concat(IntStream.range(0, 30), IntStream.range(60, 66)).forEach(user -> pairs.add(user, 0, 0));
        return new PersonalReasons(
                catalogue("Un"),
                List.of(new SegmentUsage(120, 120, List.of(new SegmentUsage.Entry(36, 36, 1)))),
                LevelUsage.of(pairs.matrix(120, 1), audience, 0),
                code -> "?");
    }

    @Test
    void theUseAtTheReadersStageSpeaksAndOfSeveralTheHighest() {
        PersonalReasons reasons = atStages();
        String college =
                "Ce contenu a été consulté par 50,0~% des inscrits qui enseignent au collège et dont l'activité"
                        + " ressemble à la vôtre.";
        assertSays(reasons.list(0, COLLEGE).ofUse(0), college);
        assertSays(
                reasons.list(0, TaughtLevels.of(EnumSet.of(Stage.COLLEGE, Stage.LYCEE)))
                        .ofUse(0),
                college);
        assertSays(
                reasons.list(-1, LYCEE).ofUse(0),
                "Ce contenu a été consulté par 10,0~% des inscrits qui enseignent au lycée.");
        assertSays(
                reasons.list(0, TaughtLevels.of(EnumSet.of(Stage.MATERNELLE))).ofUse(0),
                "Ce contenu a été consulté par 30,0~% des inscrits dont l'activité ressemble à la vôtre.");
    }

    @Test
    void theDefiStandsInTheSubject() {
        assertSays(
                list.ofDefi(MANY, list.ofUse(MANY)),
                "Ce contenu du défi prioritaire «~Santé mentale~» a été consulté par 25,0~% des inscrits dont l'activité"
                        + " ressemble à la vôtre.");
        assertSays(
                list.ofDefi(MANY, list.ofHistory(MANY, List.of(by(UN, 1)))),
                "Ce contenu du défi prioritaire «~Santé mentale~» vous est proposé parce que vous avez consulté «~Un~».");
    }
}
