package fr.ecolhuma.etreprof.api.clusters;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ecolhuma.etreprof.TestData;
import fr.ecolhuma.etreprof.snapshot.model.Snapshot;
import fr.ecolhuma.etreprof.snapshot.model.TrainedModel;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;

class UserPageTests {

    /** As an erasure leaves it: the same version with a user less. */
    private static Snapshot without(long user) {
        Snapshot whole = TestData.snapshot();
        TrainedModel model = whole.model();
        IntPredicate gone = row -> model.users().id(row) == user;
        TrainedModel left = new TrainedModel(
                model.provenance(),
                model.segments(),
                model.quality(),
                model.profiles(),
                model.users().without(gone),
                model.interactions().without(gone),
                model.catalogue(),
                model.usage(),
                model.classifier(),
                model.recommender());
        return new Snapshot(
                whole.version(), left, whole.recommenders(), whole.taxonomy(), whole.personal(), whole.population());
    }

    @Test
    void anErasureBetweenTwoPagesSkipsNobody() {
        UserPage first = UserPage.of(TestData.snapshot(), 1, null, "4", "first");
        assertThat(first.users()).containsExactly(200L, 201L, 202L, 203L);
        for (long erased : new long[] {200, 203}) {
            UserPage second = UserPage.of(without(erased), 1, null, "4", first.nextCursor());
            assertThat(second.users()).containsExactly(204L, 205L, 206L, 207L);
            assertThat(second.offset()).isEqualTo(3);
            assertThat(second.total()).isEqualTo(9);
            UserPage third = UserPage.of(without(erased), 1, null, "4", second.nextCursor());
            assertThat(third.users()).containsExactly(208L, 209L);
            assertThat(third.nextCursor()).isNull();
        }
    }

    @Test
    void aCursorIsTheSameForTheSamePlace() {
        assertThat(UserPage.of(TestData.snapshot(), 1, "2", "2", null).nextCursor())
                .isEqualTo(
                        UserPage.of(TestData.snapshot(), 1, null, "4", "first").nextCursor())
                .isEqualTo(new UserCursor("20250710-0123456789ab", 1, 203).text());
    }
}
