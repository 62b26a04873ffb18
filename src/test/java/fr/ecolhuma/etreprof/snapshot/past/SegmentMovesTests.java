package fr.ecolhuma.etreprof.snapshot.past;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ecolhuma.etreprof.domain.TaughtLevels;
import fr.ecolhuma.etreprof.segmentation.explain.MoveExplanation.Cause;
import fr.ecolhuma.etreprof.segmentation.explain.MoveExplanation.CountChange;
import fr.ecolhuma.etreprof.segmentation.model.Scaler;
import fr.ecolhuma.etreprof.segmentation.model.SegmentModel;
import fr.ecolhuma.etreprof.snapshot.model.UserIndexBuilder;
import fr.ecolhuma.etreprof.snapshot.past.SegmentMoves.Case;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

class SegmentMovesTests {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    /** The count 2ⁿ − 1 lies at n; one centroid lies at 0. */
    private static SegmentModel model(double other) {
        return SegmentModel.of(
                List.of("a"),
                Scaler.of(new double[] {0}, new double[] {StrictMath.log1p(1)}),
                new double[][] {{0}, {other}});
    }

    /** @param rows id and count of each user */
    private static SegmentedUsers users(SegmentModel model, int[]... rows) {
        UserIndexBuilder users = new UserIndexBuilder(List.of("a"));
        for (int[] row : rows) {
            int[] counts = {row[1]};
            users.add(row[0], model.segmentOf(counts), 0, new TaughtLevels(0), null, null, counts);
        }
        return new SegmentedUsers("20250710-0123456789ab", model, users.build());
    }

    /** Users 2 to 4 move; the border between the segments falls from 3 to 1. User 1 leaves, user 6 comes. */
    private static final SegmentMoves MOVES = SegmentMoves.between(
            users(model(6), new int[] {1, 0}, new int[] {2, 0}, new int[] {3, 0}, new int[] {4, 3}, new int[] {5, 0}),
            users(model(2), new int[] {2, 2}, new int[] {3, 7}, new int[] {4, 3}, new int[] {5, 1}, new int[] {6, 0}));

    @Test
    void theClearestMovesComeFirstAndOfEquallyClearOnesTheLowerId() {
        // at 3, 2 and log₂ 3 the centroid at 0 is farther than the one at 2 by 2, 2 and 2 log₂ 3 − 2
        assertThat(MOVES.strongest(3))
                .containsExactly(
                        new Case(3, 0, 1, 2, Cause.COUNTS, List.of(new CountChange("a", 0, 7))),
                        new Case(4, 0, 1, 2, Cause.MODEL, List.of()),
                        new Case(2, 0, 1, 1.1699, Cause.COUNTS, List.of(new CountChange("a", 0, 2))));
        assertThat(MOVES.strongest(1)).extracting(Case::userId).containsExactly(3L);
    }

    @Test
    void moversNewcomersAndLeaversAreCounted() {
        assertThat(MOVES.moved()).isEqualTo(3);
        assertThat(MOVES.newcomers()).isEqualTo(1);
        assertThat(MOVES.leavers()).isEqualTo(1);
        assertThat(MOVES.flows())
                .containsExactly(
                        new SegmentMoves.Flow(0, 0, 1),
                        new SegmentMoves.Flow(0, 1, 3),
                        new SegmentMoves.Flow(1, 0, 0),
                        new SegmentMoves.Flow(1, 1, 0));
    }

    @Test
    void aCaseIsWrittenAndReadWithItsCause() {
        Case one = MOVES.strongest(1).getFirst();
        String json = "{\"user_id\":3,\"from\":0,\"to\":1,\"distance\":2.0,\"cause\":\"counts\","
                + "\"because\":[{\"feature\":\"a\",\"before\":0,\"after\":7}]}";
        assertThat(MAPPER.writeValueAsString(one)).isEqualTo(json);
        assertThat(MAPPER.readValue(json, Case.class)).isEqualTo(one);
    }

    @Test
    void aCaseThatWasKeptBeforeThereWereCausesHasNone() {
        String kept = "{\"user_id\":3,\"from\":0,\"to\":1,\"distance\":2.0,"
                + "\"because\":[{\"feature\":\"a\",\"before\":0,\"after\":0}]}";
        assertThat(MAPPER.readValue(kept, Case.class))
                .isEqualTo(new Case(3, 0, 1, 2, null, List.of(new CountChange("a", 0, 0))));
    }
}
