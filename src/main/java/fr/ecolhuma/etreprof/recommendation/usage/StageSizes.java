package fr.ecolhuma.etreprof.recommendation.usage;

import fr.ecolhuma.etreprof.domain.TaughtLevels;
import fr.ecolhuma.etreprof.domain.TaughtLevels.Stage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The number of users of each segment at each stage, and whether these are enough to rest a list on. */
public final class StageSizes {

    /** The fewest users of a stage: fewer say less about it than their whole segment does. */
    static final int LEAST_USERS = 50;

    private final Map<Stage, int[]> sizes;

    private StageSizes(Map<Stage, int[]> sizes) {
        this.sizes = sizes;
    }

    public static StageSizes of(Audience audience, int users) {
        Map<Stage, int[]> sizes = new EnumMap<>(Stage.class);
        for (Stage stage : Stage.values()) {
            int[] bySegment = new int[audience.segments()];
            for (int user = 0; user < users; user++) {
                bySegment[audience.segment(user)] += audience.levels(user).contains(stage) ? 1 : 0;
            }
            sizes.put(stage, bySegment);
        }
        return new StageSizes(sizes);
    }

    /**
     * Whether there are enough; never at {@link Stage#AUTRE}, which is not a stage of pupils.
     *
     * @param segment -1 for all users
     */
    boolean isCounted(Stage stage, int segment) {
        int[] bySegment = sizes.getOrDefault(stage, new int[0]);
        int users = segment < 0 ? Arrays.stream(bySegment).sum() : bySegment[segment];
        return stage != Stage.AUTRE && users >= LEAST_USERS;
    }

    /**
     * Those of the given stages with enough users.
     *
     * @param segment -1 for all users
     */
    public List<Stage> counted(TaughtLevels levels, int segment) {
        List<Stage> counted = new ArrayList<>();
        for (Stage stage : Stage.values()) {
            if (levels.contains(stage) && isCounted(stage, segment)) {
                counted.add(stage);
            }
        }
        return counted;
    }
}
