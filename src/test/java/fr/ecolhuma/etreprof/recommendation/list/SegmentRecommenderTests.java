package fr.ecolhuma.etreprof.recommendation.list;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ecolhuma.etreprof.domain.CatalogueItem;
import fr.ecolhuma.etreprof.domain.ContentKey;
import fr.ecolhuma.etreprof.recommendation.usage.SegmentUsage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SegmentRecommenderTests {

    private static final LocalDate OLD = LocalDate.of(2023, 1, 1);
    private static final LocalDate NEW = LocalDate.of(2025, 1, 1);
    private static final IntPredicate NOTHING = content -> false;

    private final List<CatalogueItem> catalogue = new ArrayList<>();
    private final List<SegmentUsage.Entry> entries = new ArrayList<>();

    private void add(String type, int id, double score, @Nullable LocalDate day, boolean published, String... defis) {
        catalogue.add(
                new CatalogueItem(new ContentKey(type, id), "t" + id, id, List.of(defis), List.of(), published, day));
        entries.add(new SegmentUsage.Entry(20, 50, score));
    }

    private void add(int id, double score, String... defis) {
        add("article", id, score, OLD, true, defis);
    }

    private List<Recommendation> recommend(ContentFilter filter, int limit, IntPredicate excluded) {
        double[] scores =
                entries.stream().mapToDouble(SegmentUsage.Entry::score).toArray();
        return new SegmentRecommender(
                        catalogue, scores, new SegmentUsage(100, 1_000, entries), code -> "le défi " + code)
                .recommend(filter, limit, excluded);
    }

    private List<Long> ids(ContentFilter filter, int limit, IntPredicate excluded) {
        return recommend(filter, limit, excluded).stream()
                .map(one -> one.item().key().id())
                .toList();
    }

    private List<Long> ids(int limit) {
        return ids(ContentFilter.ANY, limit, NOTHING);
    }

    @Test
    void theHighestScoreComesFirst() {
        add(1, 0.2);
        add(2, 0.9);
        add(3, 0.5);
        assertThat(ids(3)).containsExactly(2L, 3L, 1L);
        assertThat(ids(2)).containsExactly(2L, 3L);
        assertThat(ids(50)).containsExactly(2L, 3L, 1L);
    }

    @Test
    void amongEqualsTheNewerComesFirstThenTheKey() {
        add("tuto", 1, 0.5, OLD, true);
        add("article", 9, 0.5, OLD, true);
        add("article", 2, 0.5, null, true);
        add("kit", 7, 0.5, NEW, true);
        add("article", 3, 0.5, OLD, true);
        assertThat(ids(5)).containsExactly(7L, 3L, 9L, 1L, 2L);
    }

    @Test
    void anEntryTellsScoreSourceAndReason() {
        add(1, -0.5);
        add(2, 3.5);
        add(3, 0.5);
        add("article", 4, 9, OLD, false);
        assertThat(recommend(ContentFilter.ANY, 3, NOTHING).stream().map(Recommendation::score))
                .containsExactly(1.0, 0.25, 0.0);
        Recommendation one = recommend(ContentFilter.ANY, 3, NOTHING).getLast();
        assertThat(one.item()).isSameAs(catalogue.getFirst());
        assertThat(one.source().code()).isEqualTo("cluster_matching");
        // 20 of the segment's 100 users, 50 of all 1,000
        assertThat(one.reason()).isEqualTo("Ce contenu a été consulté par 20,0\u00a0% des inscrits de ce groupe.");
    }

    @Test
    void whatIsNotPublishedIsNeverRecommended() {
        add("article", 1, 1, NEW, false, "mental_health");
        add(2, 0.1);
        assertThat(ids(5)).containsExactly(2L);
        assertThat(ids(new ContentFilter(1, null, null), 5, NOTHING)).isEmpty();
    }

    @Test
    void filtersAndExclusionsHold() {
        add("article", 1, 0.9, OLD, true, "mental_health");
        add("kit", 2, 0.8, OLD, true, "mental_health", "inclusive_school");
        add("kit", 3, 0.7, OLD, true);
        assertThat(ids(new ContentFilter(3, null, null), 5, NOTHING)).containsExactly(3L);
        assertThat(ids(new ContentFilter(null, "inclusive_school", null), 5, NOTHING))
                .containsExactly(2L);
        assertThat(ids(new ContentFilter(null, null, "kit"), 5, NOTHING)).containsExactly(2L, 3L);
        assertThat(ids(new ContentFilter(2, "mental_health", "kit"), 5, NOTHING))
                .containsExactly(2L);
        assertThat(ids(new ContentFilter(1, null, "kit"), 5, NOTHING)).isEmpty();
        assertThat(ids(ContentFilter.ANY, 5, content -> content == 1)).containsExactly(1L, 3L);
    }

    @Test
    void aDefiTakesTheLastPlaceWhenNoneIsAmongTheBest() {
        add(1, 0.9);
        add(2, 0.8);
        add(3, 0.7);
        add(4, 0.2, "mental_health");
        add(5, 0.1, "inclusive_school");
        assertThat(ids(3)).containsExactly(1L, 2L, 4L);
        assertThat(ids(1)).containsExactly(4L);
        assertThat(ids(4)).as("where it has a place of its own").containsExactly(1L, 2L, 3L, 4L);
        assertThat(ids(ContentFilter.ANY, 2, content -> content == 3)).containsExactly(1L, 5L);
    }

    @Test
    void aDefiAmongTheBestIsEnough() {
        add(1, 0.9, "mental_health");
        add(2, 0.8);
        add(3, 0.7, "mental_health");
        assertThat(ids(2)).containsExactly(1L, 2L);
    }

    @Test
    void withoutAnyDefiTheBestAreGiven() {
        add(1, 0.9);
        add(2, 0.8);
        add("article", 3, 0.7, OLD, false, "mental_health");
        assertThat(ids(1)).as("the only one is not published").containsExactly(1L);
        add(4, 0.6, "mental_health");
        assertThat(ids(ContentFilter.ANY, 1, content -> content == 3))
                .as("or excluded")
                .containsExactly(1L);
        assertThat(ids(new ContentFilter(1, null, null), 1, NOTHING))
                .as("or filtered out")
                .containsExactly(1L);
    }

    @Test
    void anEmptyCatalogueGivesAnEmptyList() {
        assertThat(ids(5)).isEmpty();
    }
}
