package fr.ecolhuma.etreprof.recommendation.evaluation;

import fr.ecolhuma.etreprof.ingestion.file.ExportException;
import fr.ecolhuma.etreprof.ingestion.source.RowFile;
import fr.ecolhuma.etreprof.recommendation.judging.Order;
import fr.ecolhuma.etreprof.recommendation.usage.UsageColumns;
import fr.ecolhuma.etreprof.recommendation.usage.UsageMatrix;
import fr.ecolhuma.etreprof.recommendation.usage.UsagePairs;
import java.nio.file.Path;

/**
 * The later uses from a file, as far as a model of the training rows knows their users and items.
 *
 * @param matrix users and items numbered as in the training rows
 * @param counts the outcome of the rows
 * @param order the order in time of these rows and the training rows
 */
record TestRows(UsageMatrix matrix, TestCounts counts, Order order) {

    /** The share of the rows that must be later; it is below 1, since dates are coarse and clocks differ. */
    private static final double LATER_SHARE = 0.9;

    /** Reads a file with at least one row that can be judged. */
    static TestRows read(Path path, TrainingRows training) {
        Reading reading = new Reading(training);
        RowFile.read(path, "test", reading::read);
        return reading.result(path);
    }

    private static final class Reading {

        private final TrainingRows training;
        private final long end;
        private final UsagePairs pairs = new UsagePairs(false);
        private int rows;
        private int unknownUser;
        private int unknownItem;
        private int alreadyUsed;
        private int later;
        private int last;

        private Reading(TrainingRows training) {
            this.training = training;
            this.end = training.matrix().last();
        }

        private void read(RowFile file) {
            UsageColumns columns = UsageColumns.of(file);
            while (file.next()) {
                rows++;
                int user = training.users().find(columns.userOf(file));
                take(user, training.items().find(columns.itemOf(file)));
                if (user >= 0 && columns.time() != null) {
                    later += training.isOver(user, columns.timeOf(file)) ? 1 : 0;
                    last += training.matrix().hasTimes() && columns.timeOf(file) >= end ? 1 : 0;
                }
            }
        }

        private void take(int user, int item) {
            if (user < 0) {
                unknownUser++;
            } else if (item < 0) {
                unknownItem++;
            } else if (training.matrix().has(user, item)) {
                alreadyUsed++;
            } else {
                pairs.add(user, item, 0);
            }
        }

        private TestRows result(Path path) {
            if (pairs.size() == 0) {
                throw new ExportException(
                        "%s: found %d rows, of them %d of users and %d of items without training rows "
                                        .formatted(path.getFileName(), rows, unknownUser, unknownItem)
                                + "and %d that are training rows; expected at least one new item of a known user"
                                        .formatted(alreadyUsed));
            }
            UsageMatrix known = training.matrix();
            return new TestRows(
                    pairs.matrix(known.users(), known.items()),
                    new TestCounts(rows, unknownUser, unknownItem, alreadyUsed, pairs.size()),
                    order());
        }

        private Order order() {
            double enough = LATER_SHARE * (rows - unknownUser);
            if (last >= enough) {
                return Order.AFTER_ALL;
            }
            return later >= enough ? Order.AFTER_EACH : Order.NONE;
        }
    }
}
