package fr.ecolhuma.etreprof.segmentation.profile;

import fr.ecolhuma.etreprof.domain.TaughtLevels.Stage;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a segment; all are 0 when it is empty.
 *
 * <p>The three levels, from 0 to 2, are means over its users of {@code 2 × ln(1 + x) / ln(1 + top)}, at most 2, where
 * top is the 99th percentile of x among all users of the platform, at least 1.
 *
 * @param size number of users
 * @param percentage of all users, one decimal
 * @param means the mean of every behaviour column, two decimals, in column order
 * @param anciennete mean years of teaching of the users with known years, two decimals, or null when there are none
 * @param topicCount mean number of themes used, two decimals
 * @param activityLevel by all events of the behaviour columns, two decimals
 * @param emailEngagement by opened and clicked mails, two decimals
 * @param contentUsage by uses, two decimals
 * @param usersByStage the number of users at each stage, in stage order; every stage is present
 */
public record SegmentProfile(
        int size,
        double percentage,
        Map<String, Double> means,
        @Nullable Double anciennete,
        double topicCount,
        double activityLevel,
        double emailEngagement,
        double contentUsage,
        Map<Stage, Integer> usersByStage) {

    public SegmentProfile {
        means = Collections.unmodifiableMap(new LinkedHashMap<>(means));
        Map<Stage, Integer> inOrder = new EnumMap<>(Stage.class);
        inOrder.putAll(usersByStage);
        usersByStage = Collections.unmodifiableMap(inOrder);
    }
}
