package fr.ecolhuma.etreprof.recommendation.evaluation;

import fr.ecolhuma.etreprof.recommendation.item.ItemTexts;
import fr.ecolhuma.etreprof.recommendation.judging.RankingFigures;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The results of models on a test file, all on the same users.
 *
 * @param model the one that was chosen
 * @param judged the chosen one first, then the yardsticks
 * @param training the size of the training rows
 * @param test the outcome of the test rows
 * @param contents the outcome of the rows about items; null without such a file
 * @param usersEvaluated users with training rows and at least one positive
 */
public record RecommenderReport(
        RecommenderModel model,
        List<Judged> judged,
        Size training,
        TestCounts test,
        ItemTexts.@Nullable Counts contents,
        int usersEvaluated) {

    /**
     * The size of training rows.
     *
     * @param users different users
     * @param items different items
     * @param rows rows of the file
     * @param pairs different pairs of a user and an item
     */
    public record Size(int users, int items, int rows, int pairs) {}

    /**
     * One model's result.
     *
     * @param model the model
     * @param settings its settings by name; infinity for no decay
     * @param searchMs the time to choose the settings, in milliseconds; 0 when there was nothing to choose
     * @param fitMs the time to learn from all training rows at these settings, in milliseconds
     * @param figures on the test rows
     */
    public record Judged(
            RecommenderModel model,
            SortedMap<String, Double> settings,
            long searchMs,
            long fitMs,
            RankingFigures figures) {

        public Judged {
            settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
        }
    }

    public RecommenderReport {
        judged = List.copyOf(judged);
    }
}
