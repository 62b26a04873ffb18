package fr.ecolhuma.etreprof.recommendation.usage;

import fr.ecolhuma.etreprof.domain.TaughtLevels;
import fr.ecolhuma.etreprof.domain.TaughtLevels.Stage;
import fr.ecolhuma.etreprof.tables.InteractionTable;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The use of each content by the teachers of a stage, by segment: {@link SegmentUsage} counted among the teachers of
 * that stage only. It has no figures if a segment has fewer than {@link StageSizes#LEAST_USERS} of them.
 */
public final class LevelUsage {

    private final StageSizes sizes;
    private final Map<Stage, List<SegmentUsage>> byStage;

    private LevelUsage(StageSizes sizes, Map<Stage, List<SegmentUsage>> byStage) {
        this.sizes = sizes;
        this.byStage = byStage;
    }

    /**
     * Counts the uses.
     *
     * @param interactions users by contents
     * @param audience the same users
     * @param contents the number of contents in the catalogue
     * @param asOfSecond the instant at which ages are measured, in seconds since 1970 UTC
     */
    public static LevelUsage of(InteractionTable interactions, Audience audience, int contents, long asOfSecond) {
        return of(UsageMatrix.of(interactions, contents), audience, asOfSecond);
    }

    public static LevelUsage of(UsageMatrix matrix, Audience audience, long asOfSecond) {
        StageSizes sizes = StageSizes.of(audience, matrix.users());
        Map<Stage, List<SegmentUsage>> byStage = new EnumMap<>(Stage.class);
        for (Stage stage : Stage.values()) {
            if (sizes.isCounted(stage, -1)) {
                byStage.put(
                        stage,
                        SegmentUsageFit.fit(
                                matrix,
                                user -> audience.levels(user).contains(stage) ? audience.segment(user) : -1,
                                audience.segments(),
                                asOfSecond));
            }
        }
        return new LevelUsage(sizes, byStage);
    }

    /**
     * Those of the given stages that have enough teachers in a segment.
     *
     * @param segment -1 for all users
     */
    public List<Stage> counted(TaughtLevels levels, int segment) {
        return sizes.counted(levels, segment);
    }

    /** Whether there is any such stage. */
    public boolean isCounted(TaughtLevels levels, int segment) {
        return !counted(levels, segment).isEmpty();
    }

    /** The use at each stage that has enough users, one per segment. */
    public Map<Stage, List<SegmentUsage>> byStage() {
        return Collections.unmodifiableMap(byStage);
    }

    /** The use at a stage of {@link #counted}. */
    public List<SegmentUsage> at(Stage stage) {
        return Objects.requireNonNull(byStage.get(stage));
    }
}
