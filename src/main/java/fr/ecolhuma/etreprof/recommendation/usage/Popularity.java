package fr.ecolhuma.etreprof.recommendation.usage;

import fr.ecolhuma.etreprof.domain.TaughtLevels;
import fr.ecolhuma.etreprof.domain.TaughtLevels.Stage;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The use of each content, 0 to 1: by those of the user's segment who teach at the user's stages, in the mean over
 * these stages; if they are too few, by the segment; for users without one, by all users.
 */
public final class Popularity {

    /** One row per segment, and one for all users. */
    private final double[][] ofAll;

    private final Map<Stage, double[][]> byStage = new EnumMap<>(Stage.class);
    private final LevelUsage levels;

    /**
     * Creates the popularity of contents.
     *
     * @param usage one per segment
     * @param levels of the same contents
     */
    public Popularity(List<SegmentUsage> usage, LevelUsage levels) {
        this.levels = levels;
        this.ofAll = rows(usage);
        levels.byStage().forEach((stage, at) -> byStage.put(stage, rows(at)));
    }

    /** The scores of each segment, and their mean, weighted by the users of each. */
    private static double[][] rows(List<SegmentUsage> usage) {
        double[][] rows =
                new double[usage.size() + 1][usage.getFirst().entries().size()];
        for (int segment = 0; segment < usage.size(); segment++) {
            SegmentUsage one = usage.get(segment);
            double share = one.population() == 0 ? 0 : (double) one.users() / one.population();
            for (int content = 0; content < rows[segment].length; content++) {
                rows[segment][content] = one.entries().get(content).score();
                rows[usage.size()][content] += share * rows[segment][content];
            }
        }
        return rows;
    }

    /**
     * The scores of a user, one entry per content; callers must not change the array, which may be shared.
     *
     * @param segment -1 for none
     */
    public double[] of(int segment, TaughtLevels taught) {
        List<double[]> counted = counted(segment, taught);
        if (counted.size() == 1) {
            return counted.getFirst();
        }
        double[] means = new double[counted.getFirst().length];
        Arrays.setAll(means, content -> mean(counted, content));
        return means;
    }

    /** The score of one content, as in {@link #of(int, TaughtLevels)}. */
    public double of(int content, int segment, TaughtLevels taught) {
        return mean(counted(segment, taught), content);
    }

    /** The rows of the stages that have enough users, or else of all stages together. */
    private List<double[]> counted(int segment, TaughtLevels taught) {
        int row = segment < 0 ? ofAll.length - 1 : segment;
        List<Stage> stages = levels.counted(taught, segment);
        return stages.isEmpty()
                ? List.of(ofAll[row])
                : stages.stream().map(stage -> at(stage)[row]).toList();
    }

    private static double mean(List<double[]> rows, int content) {
        double mean = 0;
        for (double[] row : rows) {
            mean += row[content] / rows.size();
        }
        return mean;
    }

    private double[][] at(Stage stage) {
        return byStage.getOrDefault(stage, ofAll);
    }
}
