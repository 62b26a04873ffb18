package fr.ecolhuma.etreprof.recommendation.evaluation;

import fr.ecolhuma.etreprof.ingestion.file.ExportException;
import fr.ecolhuma.etreprof.ingestion.source.RowFile;
import fr.ecolhuma.etreprof.recommendation.item.Names;
import fr.ecolhuma.etreprof.recommendation.usage.UsageColumns;
import fr.ecolhuma.etreprof.recommendation.usage.UsageMatrix;
import fr.ecolhuma.etreprof.recommendation.usage.UsagePairs;
import java.nio.file.Path;

/**
 * The uses from a file; users and items are numbered in the order of their first row.
 *
 * @param users the users' ids
 * @param items the items' ids
 * @param matrix each pair once
 * @param rows how many rows the file has, including repeated ones
 */
record TrainingRows(Names users, Names items, UsageMatrix matrix, int rows) {

    /** Reads a file that has at least one row. */
    static TrainingRows read(Path path) {
        Reading reading = new Reading();
        RowFile.read(path, "training", reading::read);
        return reading.result(path);
    }

    /** Whether a time is at or after all of a user's rows; false when times are unknown. */
    boolean isOver(int user, long time) {
        long last = Long.MIN_VALUE;
        for (int entry = matrix.start(user); entry < matrix.end(user); entry++) {
            last = Math.max(last, matrix.time(entry));
        }
        return matrix.hasTimes() && time >= last;
    }

    private static final class Reading {

        private final Names users = new Names();
        private final Names items = new Names();
        private UsagePairs pairs = new UsagePairs(false);

        private void read(RowFile file) {
            UsageColumns columns = UsageColumns.of(file);
            pairs = new UsagePairs(columns.time() != null);
            while (file.next()) {
                pairs.add(users.add(columns.userOf(file)), items.add(columns.itemOf(file)), columns.timeOf(file));
            }
        }

        private TrainingRows result(Path path) {
            if (pairs.size() == 0) {
                throw new ExportException(
                        "%s has a header but no rows; expected rows below it".formatted(path.getFileName()));
            }
            return new TrainingRows(users, items, pairs.matrix(users.size(), items.size()), pairs.size());
        }
    }
}
