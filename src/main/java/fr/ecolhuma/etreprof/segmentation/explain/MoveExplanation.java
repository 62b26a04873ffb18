package fr.ecolhuma.etreprof.segmentation.explain;

import com.fasterxml.jackson.annotation.JsonValue;
import fr.ecolhuma.etreprof.segmentation.model.SegmentModel;
import java.util.List;

/**
 * Why a user is in another segment than before. The later model decides: only it can compare both the earlier and the
 * later counts with the segment left and the segment entered.
 *
 * <p>The counts are the cause if, in the later model, the earlier counts are nearer to the segment left and the later
 * counts to the segment entered: the changed counts alone have moved the user. The sum of their effects, as {@link
 * Advantage} derives them, is then above 0, so at least one effect is above 0. Otherwise the model is the cause: the
 * user would have left the segment with unchanged counts too. The model is also the cause if the two models count
 * different things.
 *
 * @param because the changed counts that moved the user, the one with the greatest effect first; at most three, and
 *     none if the model is the cause
 */
public record MoveExplanation(Cause cause, List<CountChange> because) {

    /** The cause of the move. */
    public enum Cause {
        /** The counts of the user. */
        COUNTS("counts"),
        /** The segments. */
        MODEL("model");

        private final String code;

        Cause(String code) {
            this.code = code;
        }

        /** The cause in answers and files. */
        @JsonValue
        public String code() {
            return code;
        }
    }

    /** A count that has changed. */
    public record CountChange(String feature, int before, int after) {}

    private static final int LISTED = 3;
    private static final MoveExplanation OF_MODEL = new MoveExplanation(Cause.MODEL, List.of());

    public MoveExplanation {
        because = List.copyOf(because);
    }

    /** The explanation of a move between two different segments. */
    public static MoveExplanation of(Placement before, Placement after) {
        SegmentModel judge = after.model();
        if (!before.model().columns().equals(judge.columns())) {
            return OF_MODEL;
        }
        int[] earlier = before.counts();
        int[] later = after.counts();
        Advantage then = Advantage.of(judge, earlier, after.segment(), before.segment());
        if (isNearer(then, after.segment(), before.segment())) {
            return OF_MODEL;
        }
        List<CountChange> because =
                Advantage.of(judge, later, after.segment(), before.segment()).since(then).greatest(LISTED).stream()
                        .map(column -> new CountChange(judge.columns().get(column), earlier[column], later[column]))
                        .toList();
        return because.isEmpty() ? OF_MODEL : new MoveExplanation(Cause.COUNTS, because);
    }

    /** Whether one segment is nearer; among equally near segments the model takes the lower id. */
    private static boolean isNearer(Advantage advantage, int segment, int other) {
        double total = advantage.total();
        return total > 0 || (total == 0 && segment < other);
    }
}
