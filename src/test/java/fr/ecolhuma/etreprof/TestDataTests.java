package fr.ecolhuma.etreprof;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ecolhuma.etreprof.domain.CatalogueItem;
import fr.ecolhuma.etreprof.segmentation.profile.SegmentProfile;
import fr.ecolhuma.etreprof.snapshot.model.TrainedModel;
import fr.ecolhuma.etreprof.tables.RowAccount;
import fr.ecolhuma.etreprof.tables.RowAccounts;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The object mother keeps its promises, which other tests rest on. */
class TestDataTests {

    private static final TrainedModel MODEL = TestData.model();

    @Test
    void everyUserIsInTheSegmentTheIdTells() {
        for (int row = 0; row < MODEL.users().size(); row++) {
            assertThat(MODEL.users().segment(row))
                    .as("segment of user %d", MODEL.users().id(row))
                    .isEqualTo(TestData.segmentOf(MODEL.users().id(row)));
        }
        assertThat(MODEL.quality().sizes()).isEqualTo(TestData.SIZES);
        assertThat(MODEL.profiles()).extracting(SegmentProfile::size).isEqualTo(TestData.SIZES);
    }

    @Test
    void theExportsAreMessyAsTold() {
        RowAccounts rows = MODEL.provenance().rows();
        assertThat(rows.files())
                .extracting(RowAccount::file)
                .containsExactly("users.csv", "contents.csv", "interactions.csv");
        assertThat(rows.users().read()).isEqualTo(TestData.USERS_READ);
        assertThat(rows.users().rejected()).containsOnlyKeys("duplicate_id", "locale_be", "not_in_france");
        assertThat(rows.contents().kept()).isEqualTo(TestData.CONTENTS);
        assertThat(rows.contents().rejected()).containsOnlyKeys("duplicate_id");
        assertThat(rows.events().rejected())
                .containsOnlyKeys("bad_date", "duplicate", "shadow_session", "unknown_user", "user_not_kept");
        assertThat(rows.events().read()).isBetween(3_000L, 6_000L);
        assertThat(MODEL.provenance().asOf()).hasToString("2025-07-10T12:00");
    }

    @Test
    void theCatalogueIsAsTold() {
        Map<String, String> priority = MODEL.catalogue().stream()
                .filter(CatalogueItem::isPriority)
                .collect(Collectors.toMap(TestDataTests::name, item -> String.join("|", item.defis())));
        assertThat(priority).isEqualTo(TestData.PRIORITY);
        assertThat(MODEL.catalogue())
                .filteredOn(item -> !item.published())
                .extracting(TestDataTests::name)
                .containsExactly(TestData.UNPUBLISHED);
    }

    private static String name(CatalogueItem item) {
        return item.key().type() + "/" + item.key().id();
    }
}
