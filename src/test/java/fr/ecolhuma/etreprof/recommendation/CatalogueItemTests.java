package fr.ecolhuma.etreprof.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ecolhuma.etreprof.features.ContentKey;
import java.util.ArrayList;
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
    void oneChallengeMakesItAPriority() {
        assertThat(item("article", List.of()).isPriority()).isFalse();
        assertThat(item("article", List.of("mental_health")).isPriority()).isTrue();
    }

    @Test
    void itsListsAreItsOwn() {
        List<String> defis = new ArrayList<>(List.of("mental_health"));
        CatalogueItem item = item("article", defis);
        defis.clear();
        assertThat(item.defis()).containsExactly("mental_health");
    }
}
