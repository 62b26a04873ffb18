package fr.ecolhuma.etreprof.recommendation.list;

import static fr.ecolhuma.etreprof.recommendation.SmallPlatform.article;
import static fr.ecolhuma.etreprof.recommendation.SmallPlatform.item;
import static org.assertj.core.api.Assertions.assertThat;

import fr.ecolhuma.etreprof.domain.CatalogueItem;
import fr.ecolhuma.etreprof.recommendation.list.PersonalSelection.Chosen;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalSelectionTests {

    /** Of 200 contents every tenth serves a défi, and all have themes and types of their own, so that none are alike. */
    private static CatalogueFacts varied() {
        List<CatalogueItem> catalogue = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            catalogue.add(item("type" + i, i, i, i % 10 == 9 ? List.of("cps") : List.of(), List.of(), true));
        }
        return new CatalogueFacts(catalogue);
    }

    private static List<Chosen> choose(CatalogueFacts facts, double[] scores, int limit, IntPredicate fits) {
        return PersonalSelection.choose(facts, scores, limit, Shelves.of(facts, fits));
    }

    private static double[] falling() {
        double[] scores = new double[200];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = 1 - i / 400.0;
        }
        return scores;
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 1", "3, 1", "4, 1", "5, 2", "10, 3", "20, 6", "50, 15"})
    void threeTenthsOfThePlacesAreReserved(int limit, int reserved) {
        List<Chosen> chosen = choose(varied(), falling(), limit, content -> true);
        assertThat(chosen).hasSize(limit).doesNotHaveDuplicates();
        assertThat(chosen.stream().filter(Chosen::reserved).map(Chosen::content))
                .hasSize(reserved)
                .allMatch(content -> content % 10 == 9);
        assertThat(chosen).extracting(Chosen::content).as("best score first").isSorted();
    }

    @Test
    void whereNothingFitsNoPlaceIsReserved() {
        List<Chosen> chosen = choose(varied(), falling(), 5, content -> false);
        assertThat(chosen).extracting(Chosen::content).containsExactly(0, 1, 2, 3, 4);
        assertThat(chosen).noneMatch(Chosen::reserved);
    }

    @Test
    void whatDoesNotFitTakesPlacesThatWouldStayEmpty() {
        // of the last ones, 189 and 199 serve a défi
        List<Chosen> chosen = choose(varied(), falling(), 5, content -> content >= 189);
        assertThat(chosen).extracting(Chosen::content).containsExactly(189, 190, 191, 192, 199);
        List<Chosen> few = choose(varied(), falling(), 5, content -> content >= 198);
        assertThat(few).extracting(Chosen::content).containsExactly(0, 1, 2, 198, 199);
        assertThat(few.stream().filter(Chosen::reserved).map(Chosen::content)).containsExactly(199);
    }

    @Test
    void oneThemeDoesNotFillTheList() {
        CatalogueFacts facts = new CatalogueFacts(List.of(
                article(0, 1), article(1, 1), article(2, 1), item("fiche_outils", 3, 2, List.of(), List.of(), true)));
        // Second place: content 1 is worth 0.8 · 0.99 - 0.2 · 1 = 0.592, content 2 less, content 3 0.8 · 0.8 = 0.64.
        List<Chosen> chosen = choose(facts, new double[] {1, 0.99, 0.98, 0.8}, 2, content -> true);
        assertThat(chosen).extracting(Chosen::content).containsExactly(0, 3);
        // At 0.7 it is worth 0.56 and stays out.
        assertThat(choose(facts, new double[] {1, 0.99, 0.98, 0.7}, 2, content -> true))
                .extracting(Chosen::content)
                .containsExactly(0, 1);
    }

    @Test
    void ofEqualScoresTheFirstWins() {
        CatalogueFacts facts = new CatalogueFacts(List.of(article(0, -1), article(1, -1), article(2, -1)));
        assertThat(choose(facts, new double[3], 2, content -> true))
                .extracting(Chosen::content)
                .containsExactly(0, 1);
    }

    @Test
    void whatIsKeptOutStaysOut() {
        double[] scores = {Double.NEGATIVE_INFINITY, 1, Double.NEGATIVE_INFINITY};
        CatalogueFacts facts = new CatalogueFacts(List.of(article(0, 1), article(1, 1), article(2, 1)));
        assertThat(choose(facts, scores, 5, content -> true)).containsExactly(new Chosen(1, false));
    }

    /** Against the formula taken at its word: every place looks at every content. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 10, 20})
    void noContentIsPassedOverUnseen(int limit) {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            List<CatalogueItem> catalogue = new ArrayList<>();
            double[] scores = new double[90];
            for (int i = 0; i < scores.length; i++) {
                List<String> defis = random.nextInt(3) == 0 ? List.of("cps") : List.of();
                catalogue.add(item("type" + random.nextInt(3), i, random.nextInt(5) - 1, defis, List.of(), true));
                // tenths, so that many are equal; on one platform in three nothing speaks for most contents
                scores[i] = (random.nextInt(30) - (seed % 3 == 0 ? 25 : 0)) / 10.0;
            }
            CatalogueFacts facts = new CatalogueFacts(catalogue);
            assertThat(choose(facts, scores, limit, content -> content % 4 > 0))
                    .as("seed %d", seed)
                    .extracting(Chosen::content)
                    .containsExactlyInAnyOrderElementsOf(byTheFormula(catalogue, scores, limit));
        }
    }

    private static List<Integer> byTheFormula(List<CatalogueItem> catalogue, double[] scores, int limit) {
        List<Integer> list = new ArrayList<>();
        int reserved = Math.max(1, (int) Math.round(0.3 * limit));
        for (int place = 0; place < limit; place++) {
            int best = -1;
            double most = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < scores.length; i++) {
                boolean may =
                        i % 4 > 0 && (place >= reserved || catalogue.get(i).isPriority());
                double worth = worth(catalogue, scores, list, i);
                if (may && !list.contains(i) && worth > most) {
                    best = i;
                    most = worth;
                }
            }
            list.add(best);
        }
        return list;
    }

    private static double worth(List<CatalogueItem> catalogue, double[] scores, List<Integer> list, int content) {
        double best = IntStream.range(0, scores.length)
                .filter(i -> i % 4 > 0)
                .mapToDouble(i -> scores[i])
                .max()
                .orElseThrow();
        CatalogueItem one = catalogue.get(content);
        double likeness = 0;
        for (int taken : list) {
            CatalogueItem other = catalogue.get(taken);
            double theme = one.theme() >= 0 && one.theme() == other.theme() ? 0.7 : 0;
            likeness = Math.max(
                    likeness, theme + (one.key().type().equals(other.key().type()) ? 0.3 : 0));
        }
        return 0.8 * scores[content] / (best > 0 ? best : 1) - (1 - 0.8) * likeness;
    }
}
