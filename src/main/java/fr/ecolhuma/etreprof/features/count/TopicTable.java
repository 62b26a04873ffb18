package fr.ecolhuma.etreprof.features.count;

import fr.ecolhuma.etreprof.tables.CountMatrix;
import java.util.stream.IntStream;

/**
 * Distinct contents used per theme in the last 3 x 365 days, one row a user.
 *
 * @param counts one column a theme
 */
public record TopicTable(CountMatrix counts) {

    /** The number of themes a user has used contents of. */
    public int topicCount(int row) {
        return (int) IntStream.range(0, counts.columns().size())
                .filter(column -> counts.get(row, column) > 0)
                .count();
    }
}
