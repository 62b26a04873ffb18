package fr.ecolhuma.etreprof.features.count;

import fr.ecolhuma.etreprof.tables.CountMatrix;
import fr.ecolhuma.etreprof.tables.InteractionTable;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Who used which content of the catalogue.
 *
 * @param table one entry a user and content
 * @param recent the entries whose last use is in the last 3 x 365 days
 */
public record ContentUses(InteractionTable table, BitSet recent) {

    /**
     * How many contents of each theme each user has used of late.
     *
     * @param themes one theme id a content, -1 for none
     * @param count how many themes there are; their ids are 0 to {@code count - 1}
     */
    public TopicTable topics(List<Integer> themes, int count) {
        int[] cells = new int[table.users() * count];
        int[] themeOf = themes.stream().mapToInt(Integer::intValue).toArray();
        for (int user = 0; user < table.users(); user++) {
            for (int entry = table.start(user); entry < table.end(user); entry++) {
                int theme = themeOf[table.content(entry)];
                if (theme >= 0 && recent.get(entry)) {
                    cells[user * count + theme]++;
                }
            }
        }
        List<String> names =
                IntStream.range(0, count).mapToObj(theme -> "topic_" + theme).toList();
        return new TopicTable(CountMatrix.of(names, cells));
    }
}
