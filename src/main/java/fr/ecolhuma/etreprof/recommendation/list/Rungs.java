package fr.ecolhuma.etreprof.recommendation.list;

import fr.ecolhuma.etreprof.recommendation.usage.Audience;
import fr.ecolhuma.etreprof.recommendation.usage.StageSizes;
import fr.ecolhuma.etreprof.recommendation.usage.UsageMatrix;
import java.util.SortedMap;
import java.util.TreeMap;

/** The ladder of what a list can come from, down to what is known of anybody. */
public final class Rungs {

    static final String HISTORY = "history";
    static final String SEGMENT_LEVEL = "segment_level";
    static final String SEGMENT = "segment";
    static final String POPULAR = "popular";

    private Rungs() {}

    /**
     * The highest rung that is there.
     *
     * @param personal whether the user's own history tells anything
     * @param segment -1 for none
     * @param level whether enough users of the segment teach at one of the user's stages
     */
    static String of(boolean personal, int segment, boolean level) {
        if (personal) {
            return HISTORY;
        }
        if (segment < 0) {
            return POPULAR;
        }
        return level ? SEGMENT_LEVEL : SEGMENT;
    }

    /** Share of the users by rung. */
    public static SortedMap<String, Double> shares(UsageMatrix matrix, Audience audience) {
        SortedMap<String, Double> shares = new TreeMap<>();
        for (String rung : new String[] {HISTORY, SEGMENT_LEVEL, SEGMENT, POPULAR}) {
            shares.put(rung, 0.0);
        }
        StageSizes sizes = StageSizes.of(audience, matrix.users());
        for (int user = 0; user < matrix.users(); user++) {
            int segment = audience.segment(user);
            String rung = of(
                    matrix.size(user) > 0,
                    segment,
                    !sizes.telling(audience.levels(user), segment).isEmpty());
            shares.merge(rung, 1.0, Double::sum);
        }
        shares.replaceAll((rung, users) -> matrix.users() == 0 ? 0 : users / matrix.users());
        return shares;
    }
}
