package fr.ecolhuma.etreprof.api.lists;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ecolhuma.etreprof.domain.CatalogueItem;
import fr.ecolhuma.etreprof.domain.ContentKey;
import fr.ecolhuma.etreprof.recommendation.list.PersonalEntry;
import fr.ecolhuma.etreprof.recommendation.list.Source;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ScorePartsTests {

    private static CatalogueItem item(long id, boolean published) {
        return new CatalogueItem(
                new ContentKey("article", id), "Titre " + id, -1, List.of(), List.of(), published, null);
    }

    private static PersonalEntry.Because because(int id, boolean published, double contribution) {
        return new PersonalEntry.Because(id, item(id, published), contribution);
    }

    private static ScoreParts parts(PersonalEntry.Because... because) {
        return ScoreParts.of(new PersonalEntry(
                item(9, true), 1, Source.HISTORY, List.of(because), new TreeMap<>(Map.of("fresh", 0.12345678)), "."));
    }

    @Test
    void amountsHaveSixDecimals() {
        ScoreParts parts = parts(because(1, true, 0.6666666666), because(2, true, -0.0000004));
        assertThat(parts.because())
                .containsExactly(
                        new ScoreParts.Because(1, "article", "Titre 1", 0.666667),
                        new ScoreParts.Because(2, "article", "Titre 2", 0));
        assertThat(parts.parts()).isEqualTo(Map.of("fresh", 0.123457));
    }

    @Test
    void whatIsNoLongerShownIsAPartWithoutATitle() {
        ScoreParts parts = parts(because(1, false, 0.25), because(2, true, 0.2), because(3, false, 0.125));
        assertThat(parts.because()).extracting(ScoreParts.Because::id).containsExactly(2L);
        assertThat(parts.parts()).isEqualTo(Map.of("fresh", 0.123457, "unpublished", 0.375));
    }
}
