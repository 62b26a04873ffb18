package fr.ecolhuma.etreprof.segmentation.persona;

import fr.ecolhuma.etreprof.segmentation.model.BehaviourColumns;
import fr.ecolhuma.etreprof.segmentation.model.SegmentModel;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The ranks of a model's segments in the use of contents and of e-mails.
 *
 * <p>The use of a segment is the mean of its centroid's scaled coordinates over the columns of that kind; the least of
 * all segments becomes 0 and the most 1. When all are equal, all are 0.
 */
public final class UseLevels {

    private UseLevels() {}

    /** One pair (content, mail) per segment, in segment order. */
    public static double[][] of(SegmentModel model) {
        double[] content = ranks(model, BehaviourColumns.CONTENT);
        double[] mail = ranks(model, BehaviourColumns.MAIL);
        return IntStream.range(0, model.k())
                .mapToObj(segment -> new double[] {content[segment], mail[segment]})
                .toArray(double[][]::new);
    }

    private static double[] ranks(SegmentModel model, List<String> wanted) {
        int[] positions = BehaviourColumns.positions(model.columns(), wanted);
        double[] use = IntStream.range(0, model.k())
                .mapToDouble(segment -> mean(model.centroid(segment), positions))
                .toArray();
        double least = Arrays.stream(use).min().orElseThrow();
        double range = Arrays.stream(use).max().orElseThrow() - least;
        return Arrays.stream(use).map(u -> range == 0 ? 0 : (u - least) / range).toArray();
    }

    private static double mean(double[] centroid, int[] positions) {
        double sum = 0;
        for (int position : positions) {
            sum += centroid[position];
        }
        return sum / positions.length;
    }
}
