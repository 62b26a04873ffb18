package fr.ecolhuma.etreprof.api.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ecolhuma.etreprof.TestData;
import fr.ecolhuma.etreprof.api.request.ApiException;
import fr.ecolhuma.etreprof.domain.TaughtLevels.Stage;
import fr.ecolhuma.etreprof.recommendation.list.ContentFilter;
import fr.ecolhuma.etreprof.snapshot.model.Snapshot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FiltersTests {

    private static final Snapshot SNAPSHOT = TestData.snapshot();

    @Test
    void noFilterIsAnyContent() {
        assertThat(Filters.of(SNAPSHOT, null, null, null, null)).isEqualTo(ContentFilter.ANY);
    }

    @Test
    void allFiltersTogether() {
        assertThat(Filters.of(SNAPSHOT, "noise", "mental_health", "kit", "lycee_pro"))
                .isEqualTo(new ContentFilter(3, "mental_health", "kit", Stage.LYCEE_PRO));
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "noise", "NOISE", "Classroom Noise", "Gestion du bruit en classe"})
    void aThemeIsNamedByIdCodeOrLabel(String theme) {
        assertThat(Filters.of(SNAPSHOT, theme, null, null, null)).isEqualTo(new ContentFilter(3, null, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fiche_outils", "FICHE_OUTILS", "fiche-outils", "Fiches outils"})
    void aTypeIsNamedInThePlatformsWords(String type) {
        assertThat(Filters.of(SNAPSHOT, null, null, type, null))
                .isEqualTo(new ContentFilter(null, null, "fiche_outils"));
    }

    @ParameterizedTest
    @CsvSource({
        "theme, -1, outdoor_learning",
        "theme, '', outdoor_learning",
        "defi, Mental health, mental_health",
        "defi, '', student_success",
        "type, webinaire, podcast",
        "type, parcours, podcast",
        "type, '', podcast",
        "niveau, autre, '[maternelle, elementaire, college, lycee, lycee_pro]'",
        "niveau, Collège, college",
        "niveau, '', lycee_pro"
    })
    void anUnknownValueIsToldWhichThereAre(String filter, String value, String known) {
        assertThatThrownBy(() -> Filters.of(
                        SNAPSHOT,
                        filter.equals("theme") ? value : null,
                        filter.equals("defi") ? value : null,
                        filter.equals("type") ? value : null,
                        filter.equals("niveau") ? value : null))
                .isInstanceOf(ApiException.class)
                .hasMessageStartingWith(filter + ": found '" + value + "', expected one of [")
                .hasMessageContaining(known);
    }
}
