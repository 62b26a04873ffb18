package fr.ecolhuma.etreprof.recommendation.list;

import static fr.ecolhuma.etreprof.recommendation.SmallPlatform.article;
import static fr.ecolhuma.etreprof.recommendation.SmallPlatform.item;
import static fr.ecolhuma.etreprof.recommendation.SmallPlatform.learnt;
import static fr.ecolhuma.etreprof.recommendation.SmallPlatform.recommender;
import static fr.ecolhuma.etreprof.recommendation.SmallPlatform.request;
import static fr.ecolhuma.etreprof.recommendation.SmallPlatform.usage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.ecolhuma.etreprof.domain.CatalogueItem;
import fr.ecolhuma.etreprof.domain.TaughtLevels;
import fr.ecolhuma.etreprof.recommendation.usage.SegmentUsage;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Six contents: 0 to 2 for all, 3 for a défi, 4 for the nursery, 5 not published. */
class PersonalRecommenderTests {

    private static final TaughtLevels COLLEGE = TaughtLevels.ofLabels(List.of("6e", "5e"));

    private static final List<CatalogueItem> CATALOGUE = List.of(
            article(0, 1),
            article(1, 1),
            article(2, 2),
            item("fiche_outils", 3, 3, List.of("mental_health"), List.of(), true),
            item("fiche_outils", 4, 4, List.of(), List.of("PS", "MS"), true),
            item("fiche_outils", 5, 5, List.of(), List.of(), false));

    private static final List<SegmentUsage> USAGE =
            List.of(usage(0.1, 0.2, 0.3, 0.4, 1, 0.9), usage(0.6, 0.8, 0.1, 0.2, 0.4, 1));

    /** The history counts twice, likeness half, the segment a quarter and freshness, which is 1 for all, a tenth. */
    private static final PersonalRecommender RECOMMENDER = recommender(
            CATALOGUE,
            USAGE,
            learnt(
                    6,
                    Map.of(List.of(0, 1), 0.5f, List.of(0, 3), 0.25f, List.of(2, 1), -0.125f, List.of(0, 5), 1f),
                    Map.of(List.of(0, 2), 0.75f, List.of(0, 1), 0.5f, List.of(2, 0), 0.75f),
                    new ServingWeights(2, 0.5, 0.25, 0.4, 0.1)));

    private static double sum(PersonalEntry entry) {
        return entry.because().stream()
                        .mapToDouble(PersonalEntry.Because::contribution)
                        .sum()
                + entry.parts().values().stream().mapToDouble(part -> part).sum();
    }

    private static List<Long> ids(List<PersonalEntry> entries) {
        return entries.stream().map(entry -> entry.item().key().id()).toList();
    }

    @Test
    void aScoreIsTheSumOfItsParts() {
        PersonalList list = RECOMMENDER.recommend(request(List.of(0), 0, COLLEGE, 10));
        assertThat(list.rung().code()).isEqualTo("history");
        //  content 1: 2 · 0.5 + 0.5 · 0.5  = 1.25,  + 0.25 · 0.2 + 0.1 = 1.4
        //  content 2:           0.5 · 0.75 = 0.375, + 0.25 · 0.3 + 0.1 = 0.55
        //  content 3: 2 · 0.25             = 0.5,   + 0.25 · 0.4 + 0.1 = 0.7
        //  content 4: 0.25 · 1 + 0.1 and 0.4 less for the wrong level  = -0.05
        assertThat(ids(list.entries())).containsExactly(1L, 3L, 2L, 4L);
        assertThat(list.entries())
                .extracting(PersonalEntry::score)
                .usingComparatorForType((a, b) -> Math.abs(a - b) < 1e-6 ? 0 : 1, Double.class)
                .containsExactly(1.4, 0.7, 0.55, -0.05);
        list.entries().forEach(entry -> assertThat(sum(entry)).isCloseTo(entry.score(), within(1e-6)));
        assertThat(list.entries().getFirst().because())
                .containsExactly(new PersonalEntry.Because(0, CATALOGUE.get(0), 1.25));
        assertThat(list.entries().getFirst().parts())
                .containsOnlyKeys("segment", "level", "freshness", "other_history");
        assertThat(list.entries().getLast().parts()).containsEntry("level", -0.4);
    }

    @Test
    void theStrongestPartIsTheSourceAndSaysWhy() {
        List<PersonalEntry> entries =
                RECOMMENDER.recommend(request(List.of(0), 0, COLLEGE, 10)).entries();
        assertThat(entries)
                .extracting(entry -> entry.source().code())
                .containsExactly("history", "priority_challenge", "similar_content", "segment");
        assertThat(entries)
                .extracting(PersonalEntry::reason)
                .containsExactly(
                        "Ce contenu vous est proposé parce que vous avez consulté «\u00a0Titre 0\u00a0».",
                        "Ce contenu du défi prioritaire «\u00a0Santé mentale\u00a0» vous est proposé parce que vous avez"
                                + " consulté «\u00a0Titre 0\u00a0».",
                        // named twice above, and used by 3 of 50 and 6 of 100: too few of the segment
                        "Ce contenu a été consulté par 6,0\u00a0% des inscrits.",
                        "Ce contenu a été consulté par 20,0\u00a0% des inscrits dont l'activité ressemble à la vôtre.");
    }

    @Test
    void whatSpeaksAgainstIsNamedAsARemainder() {
        PersonalEntry first = RECOMMENDER
                .recommend(request(List.of(2, 0), 0, COLLEGE, 1))
                .entries()
                .getFirst();
        assertThat(first.source().code()).as("the only place is reserved").isEqualTo("priority_challenge");
        PersonalEntry second = RECOMMENDER
                .recommend(request(List.of(2, 0), 0, COLLEGE, 2))
                .entries()
                .getFirst();
        assertThat(second.because()).extracting(PersonalEntry.Because::row).containsExactly(0);
        // 2 · -0.125 from content 2
        assertThat(second.parts().get("other_history")).isCloseTo(-0.25, within(1e-9));
        assertThat(sum(second)).isCloseTo(second.score(), within(1e-6)).isCloseTo(1.15, within(1e-6));
    }

    @Test
    void aReasonNamesOnlyWhatIsShownToSpeakForTheContent() {
        PersonalRecommender two = recommender(
                CATALOGUE,
                USAGE,
                learnt(
                        6,
                        Map.of(List.of(2, 1), -0.5f),
                        Map.of(List.of(2, 1), 0.75f, List.of(0, 1), 0.5f),
                        new ServingWeights(2, 1, 0, 0, 0)));
        PersonalEntry entry =
                two.recommend(request(List.of(2, 0), 0, COLLEGE, 2)).entries().getFirst();
        // content 2 is more alike, but adds 2 · -0.5 + 0.75 = -0.25; content 0 adds 0.5
        assertThat(entry.item()).isEqualTo(CATALOGUE.get(1));
        assertThat(entry.because()).containsExactly(new PersonalEntry.Because(0, CATALOGUE.get(0), 0.5));
        assertThat(entry.reason()).isEqualTo("Ce contenu est proche de «\u00a0Titre 0\u00a0», que vous avez consulté.");
    }

    @Test
    void whatIsUsedStaysOutUnlessWantedAndCountsOnce() {
        PersonalList once = RECOMMENDER.recommend(request(List.of(0), 0, COLLEGE, 10));
        assertThat(RECOMMENDER.recommend(request(List.of(0, 0, 0), 0, COLLEGE, 10)))
                .isEqualTo(once);
        PersonalList seen = RECOMMENDER.recommend(
                new PersonalRequest(List.of(0), 0, COLLEGE, ContentFilter.ANY, Set.of(1), true, 10));
        assertThat(ids(seen.entries())).contains(0L).doesNotContain(1L, 5L);
    }

    @Test
    void ofALongHistoryTheLatestFiveHundredSpeakAndAllStayOut() {
        List<CatalogueItem> many =
                IntStream.range(0, 502).mapToObj(i -> article(i, 1)).toList();
        PersonalRecommender recommender = recommender(
                many,
                List.of(usage(new double[502])),
                learnt(
                        502,
                        Map.of(List.of(0, 501), 0.5f, List.of(1, 501), 0.25f),
                        Map.of(),
                        new ServingWeights(1, 0, 0, 0, 0)));
        List<Integer> history = IntStream.range(0, 501).boxed().toList();
        List<PersonalEntry> entries =
                recommender.recommend(request(history, 0, COLLEGE, 50)).entries();
        assertThat(ids(entries)).containsExactly(501L);
        assertThat(entries.getFirst().because()).containsExactly(new PersonalEntry.Because(1, many.get(1), 0.25));
        assertThat(entries.getFirst().score()).isEqualTo(0.25);
    }

    @Test
    void theLadderGoesDownToWhatIsPopularWithAll() {
        assertThat(RECOMMENDER
                        .recommend(request(List.of(), 1, COLLEGE, 9))
                        .rung()
                        .code())
                .as("nobody to go by at the level")
                .isEqualTo("segment");
        PersonalList segment = RECOMMENDER.recommend(request(List.of(), 1, TaughtLevels.NONE, 9));
        assertThat(segment.rung().code()).isEqualTo("segment");
        assertThat(ids(segment.entries())).containsExactly(1L, 0L, 4L, 3L, 2L);
        assertThat(segment.entries().getFirst().parts()).containsEntry("segment", 0.8);
        PersonalList popular = RECOMMENDER.recommend(request(List.of(), -1, TaughtLevels.NONE, 9));
        assertThat(popular.rung().code()).isEqualTo("popular");
        // the mean of both segments, which are of one size
        assertThat(ids(popular.entries())).containsExactly(4L, 1L, 0L, 3L, 2L);
        assertThat(popular.entries().getFirst().parts()).containsOnlyKeys("popular", "level", "freshness");
        assertThat(popular.entries().getFirst().parts().get("popular")).isCloseTo(0.7, within(1e-9));
        assertThat(popular.entries().getFirst().reason())
                .isEqualTo("Ce contenu a été consulté par 20,0\u00a0% des inscrits.");
        assertThat(popular.entries())
                .extracting(entry -> entry.source().code())
                .containsOnly("popular", "priority_challenge");
    }

    @Test
    void withoutLearntWeightsTheHistoryOnlyKeepsOut() {
        PersonalRecommender plain = recommender(CATALOGUE, USAGE, LearntRecommender.none(CATALOGUE.size()));
        PersonalList list = plain.recommend(request(List.of(1), 1, TaughtLevels.NONE, 9));
        assertThat(list.rung().code()).isEqualTo("segment");
        assertThat(ids(list.entries())).containsExactly(0L, 4L, 3L, 2L);
        list.entries().forEach(entry -> assertThat(sum(entry)).isCloseTo(entry.score(), within(1e-6)));
        // the same theme and type, and then the same type
        assertThat(ids(plain.similar(0, ContentFilter.ANY, 9))).containsExactly(1L, 2L);
    }

    @Test
    void similarContentsAreAlikeOrHaveTheSameUsers() {
        List<PersonalEntry> similar = RECOMMENDER.similar(0, ContentFilter.ANY, 9);
        // 0.5 + 0.5, 0.75 and 0.25; content 5 is not published
        assertThat(ids(similar)).containsExactly(1L, 2L, 3L);
        assertThat(similar).extracting(PersonalEntry::score).containsExactly(1.0, 0.75, 0.25);
        assertThat(similar)
                .extracting(entry -> entry.source().code())
                .containsExactly("similar_content", "similar_content", "history");
        assertThat(similar)
                .extracting(PersonalEntry::reason)
                .containsExactly(
                        "Ce contenu est proche de «\u00a0Titre 0\u00a0».",
                        "Ce contenu est proche de «\u00a0Titre 0\u00a0».",
                        "Ce contenu est consulté par des enseignants qui ont aussi consulté celui que vous regardez.");
        similar.forEach(entry -> assertThat(sum(entry)).isCloseTo(entry.score(), within(1e-6)));
        assertThat(ids(RECOMMENDER.similar(0, new ContentFilter(null, null, "fiche_outils"), 9)))
                .containsExactly(3L);
        assertThat(RECOMMENDER.similar(4, ContentFilter.ANY, 9)).isEmpty();
    }

    @Test
    void aFilterThatNothingPassesGivesAnEmptyList() {
        assertThat(RECOMMENDER
                        .recommend(new PersonalRequest(
                                List.of(0), 0, COLLEGE, new ContentFilter(30, null, null), Set.of(), false, 5))
                        .entries())
                .isEmpty();
    }
}
