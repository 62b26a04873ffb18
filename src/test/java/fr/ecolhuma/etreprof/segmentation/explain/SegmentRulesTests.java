package fr.ecolhuma.etreprof.segmentation.explain;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ecolhuma.etreprof.segmentation.Assignments;
import fr.ecolhuma.etreprof.segmentation.Segmentation;
import fr.ecolhuma.etreprof.segmentation.TestCounts;
import fr.ecolhuma.etreprof.segmentation.explain.SegmentRules.Clause;
import fr.ecolhuma.etreprof.segmentation.explain.SegmentRules.SegmentRule;
import fr.ecolhuma.etreprof.tables.CountMatrix;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SegmentRulesTests {

    private static SegmentRules rules(int segments, int[]... rowsAndSegments) {
        int columns = rowsAndSegments[0].length - 1;
        byte[] labels = new byte[rowsAndSegments.length];
        int[][] rows = new int[labels.length][];
        for (int i = 0; i < labels.length; i++) {
            rows[i] = Arrays.copyOf(rowsAndSegments[i], columns);
            labels[i] = (byte) rowsAndSegments[i][columns];
        }
        CountMatrix counts = TestCounts.of(List.of("mails", "uses").subList(0, columns), rows);
        return SegmentRules.of(counts, Assignments.of(labels, segments));
    }

    private static int[][] times(int times, int... row) {
        return IntStream.range(0, times).mapToObj(i -> row).toArray(int[][]::new);
    }

    private static int[][] all(int[][]... parts) {
        return Arrays.stream(parts).flatMap(Arrays::stream).toArray(int[][]::new);
    }

    @Test
    void aBorderLiesInTheMiddleOfTheCountsOnBothSides() {
        SegmentRules rules = rules(2, all(times(6, 3, 0), times(7, 9, 1)));
        assertThat(rules.accuracy()).isEqualTo(1);
        assertThat(rules.segments())
                .containsExactly(
                        new SegmentRule(0, List.of(new Clause("mails <= 5", 6, 1)), 1, 1),
                        new SegmentRule(1, List.of(new Clause("mails > 5", 7, 1)), 1, 1));
    }

    @Test
    void severalQuestionsMakeOneRule() {
        SegmentRules rules =
                rules(3, all(times(10, 0, 0, 0), times(8, 20, 0, 1), times(6, 20, 8, 2), times(6, 20, 40, 1)));
        assertThat(rules.accuracy()).isEqualTo(1);
        assertThat(rules.segments().get(0).clauses()).containsExactly(new Clause("mails <= 9", 10, 1));
        assertThat(rules.segments().get(1).clauses())
                .containsExactly(
                        new Clause("mails > 9 and uses <= 3", 8, 1), new Clause("mails > 9 and uses > 23", 6, 1));
        assertThat(rules.segments().get(2).clauses())
                .containsExactly(new Clause("mails > 9 and uses > 3 and uses <= 23", 6, 1));
    }

    @Test
    void whatFewUsersDoIsNoRule() {
        SegmentRules rules = rules(2, all(times(16, 1, 0), times(4, 9, 1)));
        assertThat(rules.accuracy()).isEqualTo(0.8);
        assertThat(rules.segments())
                .containsExactly(
                        new SegmentRule(0, List.of(new Clause("any", 20, 0.8)), 0.8, 1),
                        new SegmentRule(1, List.of(), 0, 0));
    }

    @Test
    void faithfulnessIsWhatTheRulesTellOfEveryUser() {
        CountMatrix counts = TestCounts.population(3_000, 4);
        Segmentation.Result fitted = Segmentation.fit(counts, Segmentation.Settings.defaults(1), null);
        SegmentRules rules = SegmentRules.of(counts, fitted.assignments());
        int[][] told = new int[4][4];
        for (int row = 0; row < counts.rows(); row++) {
            int[] user = counts.row(row);
            List<Integer> segments = rules.segments().stream()
                    .filter(rule -> rule.clauses().stream().anyMatch(clause -> holds(clause.rule(), user)))
                    .map(SegmentRule::segment)
                    .toList();
            assertThat(segments).as("of the user %s", Arrays.toString(user)).hasSize(1);
            told[segments.getFirst()][fitted.segment(row)]++;
        }
        int right = 0;
        for (SegmentRule rule : rules.segments()) {
            int segment = rule.segment();
            right += told[segment][segment];
            assertThat(rule.precision())
                    .isEqualTo(share(
                            told[segment][segment], Arrays.stream(told[segment]).sum()));
            assertThat(rule.recall())
                    .isEqualTo(share(
                            told[segment][segment],
                            fitted.assignments().counts().get(segment)));
            assertThat(rule.clauses()).allMatch(clause -> clause.users() >= 5);
        }
        assertThat(rules.accuracy()).isEqualTo(share(right, counts.rows())).isGreaterThan(0.75);
    }

    private static boolean holds(String rule, int[] user) {
        return Arrays.stream(rule.split(" and ")).allMatch(condition -> {
            String[] parts = condition.split(" ");
            int count = user[TestCounts.COLUMNS.indexOf(parts[0])];
            return parts[1].equals(">") ? count > Integer.parseInt(parts[2]) : count <= Integer.parseInt(parts[2]);
        });
    }

    private static double share(int part, int whole) {
        return whole == 0 ? 0 : Math.round(1_000.0 * part / whole) / 1_000.0;
    }
}
