package fr.ecolhuma.etreprof.segmentation.profile;

import fr.ecolhuma.etreprof.segmentation.Assignments;
import fr.ecolhuma.etreprof.segmentation.model.BehaviourColumns;
import fr.ecolhuma.etreprof.segmentation.persona.UserLevels;
import fr.ecolhuma.etreprof.tables.CountMatrix;
import java.util.List;
import java.util.stream.Stream;

/** Computes the figures of all segments in one pass over the users. */
public final class SegmentProfiles {

    private SegmentProfiles() {}

    /**
     * The profile of each segment, in id order.
     *
     * @param counts the behaviour columns, one row per user
     * @param users in the same order as the rows
     * @param assignments in the same order as the rows
     * @throws IllegalArgumentException if the numbers of rows differ or are 0
     */
    public static List<SegmentProfile> of(CountMatrix counts, List<ProfiledUser> users, Assignments assignments) {
        requireSameRows(counts.rows(), users.size(), assignments.size());
        UserLevels activity = UserLevels.of(counts, BehaviourColumns.ALL_EVENTS);
        UserLevels mail = UserLevels.of(counts, BehaviourColumns.MAIL);
        UserLevels content = UserLevels.of(counts, BehaviourColumns.USAGE_EVENTS);
        List<SegmentTally> tallies = Stream.generate(() -> new SegmentTally(counts.columns()))
                .limit(assignments.counts().size())
                .toList();
        for (int row = 0; row < users.size(); row++) {
            SegmentTally tally = tallies.get(assignments.segment(row));
            tally.addUser(users.get(row));
            tally.addCounts(counts, row);
            tally.addLevels(activity.level(row), mail.level(row), content.level(row));
        }
        return tallies.stream().map(tally -> tally.profile(users.size())).toList();
    }

    private static void requireSameRows(int counts, int users, int assignments) {
        if (counts == 0 || counts != users || counts != assignments) {
            throw new IllegalArgumentException(
                    "found %d rows of counts, %d users and %d assignments, expected equally many, at least one"
                            .formatted(counts, users, assignments));
        }
    }
}
