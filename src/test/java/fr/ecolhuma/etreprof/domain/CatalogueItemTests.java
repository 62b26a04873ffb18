package fr.ecolhuma.etreprof.domain;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ecolhuma.etreprof.domain.TaughtLevels.Stage;
import fr.ecolhuma.etreprof.recommendation.list.ContentFilter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogueItemTests {

    private static CatalogueItem item(String type, List<String> defis) {
        return new CatalogueItem(new ContentKey(type, 167), "", -1, defis, List.of(), true, null);
    }

    @ParameterizedTest
    @CsvSource({
        "fiche_outils, https://etreprof.fr/fiches-outils/167/fo",
        "guide_pratique, https://etreprof.fr/guides-pratiques/167/gp",
        "article, https://etreprof.fr/ressources/167",
        "podcast, https://etreprof.fr"
    })
    void theAddressDependsOnTheType(String type, String url) {
        assertThat(item(type, List.of()).url()).isEqualTo(url);
    }

    @Test
    void oneDefiMakesItAPriority() {
        assertThat(item("article", List.of()).isPriority()).isFalse();
        assertThat(item("article", List.of("mental_health")).isPriority()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-, MATERNELLE ELEMENTAIRE COLLEGE LYCEE LYCEE_PRO AUTRE",
                "Tous niveaux, MATERNELLE ELEMENTAIRE COLLEGE LYCEE LYCEE_PRO AUTRE",
                "GS CP, MATERNELLE ELEMENTAIRE",
                "6e unknown, COLLEGE",
                "SEGPA Terminale, COLLEGE LYCEE",
                "CAP, LYCEE_PRO",
                "ASH, MATERNELLE ELEMENTAIRE"
            })
    void itIsForTheStagesOfItsLevelsOrElseForAll(String levels, String stages) {
        List<String> named = levels == null ? List.of() : List.of(levels.split(" "));
        CatalogueItem item = new CatalogueItem(new ContentKey("kit", 1), "", -1, List.of(), named, true, null);
        assertThat(Arrays.stream(Stage.values()).filter(item::isFor).map(Stage::name))
                .containsExactly(stages.split(" "));
        assertThat(Arrays.stream(Stage.values())
                        .filter(stage -> new ContentFilter(null, null, null, stage).accepts(item))
                        .map(Stage::name))
                .containsExactly(stages.split(" "));
    }

    @Test
    void itsListsAreItsOwn() {
        List<String> defis = new ArrayList<>(List.of("mental_health"));
        CatalogueItem item = item("article", defis);
        defis.clear();
        assertThat(item.defis()).containsExactly("mental_health");
    }
}
