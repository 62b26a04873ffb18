package fr.ecolhuma.etreprof.recommendation.list;

import fr.ecolhuma.etreprof.recommendation.usage.Audience;
import fr.ecolhuma.etreprof.recommendation.usage.StageSizes;
import fr.ecolhuma.etreprof.recommendation.usage.UsageMatrix;
import java.util.SortedMap;
import java.util.TreeMap;

/** The base of a personal list, from the user's own history down to the uses of all users. */
public enum Rung {
    /** The user's own uses. */
    HISTORY("history"),
    /** The uses of the user's segment at the user's stages. */
    SEGMENT_LEVEL("segment_level"),
    /** The uses of the user's segment. */
    SEGMENT("segment"),
    /** The uses of all users. */
    POPULAR("popular");

    private final String code;

    Rung(String code) {
        this.code = code;
    }

    /** Its name in answers and files. */
    public String code() {
        return code;
    }

    /**
     * The highest possible rung.
     *
     * @param personal whether the user's own history has an effect
     * @param segment -1 for none
     * @param level whether enough users of the segment teach at one of the user's stages
     */
    static Rung of(boolean personal, int segment, boolean level) {
        if (personal) {
            return HISTORY;
        }
        if (segment < 0) {
            return POPULAR;
        }
        return level ? SEGMENT_LEVEL : SEGMENT;
    }

    /** Share of the users by the code of their rung. */
    public static SortedMap<String, Double> shares(UsageMatrix matrix, Audience audience) {
        SortedMap<String, Double> shares = new TreeMap<>();
        for (Rung rung : values()) {
            shares.put(rung.code, 0.0);
        }
        StageSizes sizes = StageSizes.of(audience, matrix.users());
        for (int user = 0; user < matrix.users(); user++) {
            int segment = audience.segment(user);
            Rung rung = of(
                    matrix.size(user) > 0,
                    segment,
                    !sizes.counted(audience.levels(user), segment).isEmpty());
            shares.merge(rung.code, 1.0, Double::sum);
        }
        shares.replaceAll((rung, users) -> matrix.users() == 0 ? 0 : users / matrix.users());
        return shares;
    }
}
