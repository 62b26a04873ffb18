package fr.ecolhuma.etreprof.recommendation;

import static fr.ecolhuma.etreprof.recommendation.SmallPlatform.article;
import static fr.ecolhuma.etreprof.recommendation.SmallPlatform.item;
import static org.assertj.core.api.Assertions.assertThat;

import fr.ecolhuma.etreprof.recommendation.PersonalSelection.Chosen;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonalSelectionTests {

    /** Of 200 contents every tenth serves a challenge, and all have themes and types of their own, so that none are alike. */
    private static CatalogueFacts varied() {
        List<CatalogueItem> catalogue = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            catalogue.add(item("type" + i, i, i, i % 10 == 9 ? List.of("cps") : List.of(), List.of(), true));
        }
        return new CatalogueFacts(catalogue);
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
        List<Chosen> chosen = PersonalSelection.choose(varied(), falling(), limit, content -> true);
        assertThat(chosen).hasSize(limit).doesNotHaveDuplicates();
        assertThat(chosen.stream().filter(Chosen::reserved).map(Chosen::content))
                .hasSize(reserved)
                .allMatch(content -> content % 10 == 9);
        assertThat(chosen).extracting(Chosen::content).as("best score first").isSorted();
    }

    @Test
    void whereNothingFitsNoPlaceIsReserved() {
        List<Chosen> chosen = PersonalSelection.choose(varied(), falling(), 5, content -> false);
        assertThat(chosen).extracting(Chosen::content).containsExactly(0, 1, 2, 3, 4);
        assertThat(chosen).noneMatch(Chosen::reserved);
    }

    @Test
    void oneThemeDoesNotFillTheList() {
        CatalogueFacts facts = new CatalogueFacts(List.of(
                article(0, 1), article(1, 1), article(2, 1), item("fiche_outils", 3, 2, List.of(), List.of(), true)));
        // Second place: content 1 is worth 0.8 · 0.99 - 0.2 · 1 = 0.592, content 2 less, content 3 0.8 · 0.8 = 0.64.
        List<Chosen> chosen = PersonalSelection.choose(facts, new double[] {1, 0.99, 0.98, 0.8}, 2, content -> true);
        assertThat(chosen).extracting(Chosen::content).containsExactly(0, 3);
        // At 0.7 it is worth 0.56 and stays out.
        assertThat(PersonalSelection.choose(facts, new double[] {1, 0.99, 0.98, 0.7}, 2, content -> true))
                .extracting(Chosen::content)
                .containsExactly(0, 1);
    }

    @Test
    void ofEqualScoresTheFirstWins() {
        CatalogueFacts facts = new CatalogueFacts(List.of(article(0, -1), article(1, -1), article(2, -1)));
        assertThat(PersonalSelection.choose(facts, new double[3], 2, content -> true))
                .extracting(Chosen::content)
                .containsExactly(0, 1);
    }

    @Test
    void whatIsKeptOutStaysOut() {
        double[] scores = {Double.NEGATIVE_INFINITY, 1, Double.NEGATIVE_INFINITY};
        CatalogueFacts facts = new CatalogueFacts(List.of(article(0, 1), article(1, 1), article(2, 1)));
        assertThat(PersonalSelection.choose(facts, scores, 5, content -> true)).containsExactly(new Chosen(1, false));
    }
}
