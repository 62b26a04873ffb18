package fr.ecolhuma.etreprof.api.clusters;

import fr.ecolhuma.etreprof.api.served.FewUsers;
import fr.ecolhuma.etreprof.segmentation.explain.FeatureSpread;
import fr.ecolhuma.etreprof.segmentation.explain.SegmentCount;
import fr.ecolhuma.etreprof.segmentation.explain.SegmentCountVerdict;
import fr.ecolhuma.etreprof.segmentation.explain.SegmentDiagnostics;
import fr.ecolhuma.etreprof.segmentation.explain.SegmentRules;
import fr.ecolhuma.etreprof.segmentation.explain.SegmentRules.Clause;
import fr.ecolhuma.etreprof.segmentation.explain.SegmentRules.SegmentRule;
import fr.ecolhuma.etreprof.segmentation.persona.Persona;
import fr.ecolhuma.etreprof.segmentation.persona.Personas;
import fr.ecolhuma.etreprof.snapshot.model.Snapshot;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code GET /clusters/diagnostics}.
 *
 * @param users all users of the model; rules and distributions rest on them
 * @param sampledUsers how many users the numbers of segments were tried on: every n-th by id
 * @param counts the figures for each number of segments
 * @param distributions of each feature by segment; null for a segment of 1 to 4 users
 */
record DiagnosticsAnswer(
        boolean success,
        String modelVersion,
        int users,
        int sampledUsers,
        List<SegmentCount> counts,
        SegmentCountVerdict verdict,
        Rules rules,
        Map<String, @Nullable Map<String, Distribution>> distributions) {

    record Rules(int depth, double accuracy, Map<String, Rule> clusters) {

        static Rules of(SegmentRules rules) {
            Map<String, Rule> clusters = new LinkedHashMap<>();
            rules.segments().forEach(rule -> clusters.put(String.valueOf(rule.segment()), Rule.of(rule)));
            return new Rules(rules.depth(), rules.accuracy(), clusters);
        }
    }

    /**
     * The rule that recognises a segment.
     *
     * @param rule the clauses, joined by "or"; null when no rule of this depth leads to the segment
     */
    record Rule(String name, @Nullable String rule, double precision, double recall, List<Clause> clauses) {

        static Rule of(SegmentRule rule) {
            return new Rule(
                    Personas.shipped().get(rule.segment()).name(),
                    rule.clauses().isEmpty()
                            ? null
                            : rule.clauses().stream().map(Clause::rule).collect(Collectors.joining(" or ")),
                    rule.precision(),
                    rule.recall(),
                    rule.clauses());
        }
    }

    /**
     * The distribution of a feature.
     *
     * @param shareZero the share of the segment's users who have 0, three decimals; null when 1 to 4 users have 0, or 1
     *     to 4 have more
     */
    record Distribution(
            int p5,
            int p25,
            int p50,
            int p75,
            int p95,
            double mean,
            @Nullable Double shareZero) {

        private static final double DECIMALS = 1_000;

        static Distribution of(FeatureSpread spread, int users) {
            boolean few = FewUsers.hides(spread.zeros()) || FewUsers.hides((long) users - spread.zeros());
            return new Distribution(
                    spread.p5(),
                    spread.p25(),
                    spread.p50(),
                    spread.p75(),
                    spread.p95(),
                    spread.mean(),
                    few ? null : (Double) (Math.round(DECIMALS * spread.zeros() / users) / DECIMALS));
        }
    }

    static DiagnosticsAnswer of(Snapshot snapshot, SegmentDiagnostics diagnosis) {
        Map<String, @Nullable Map<String, Distribution>> distributions = new LinkedHashMap<>();
        for (Persona persona : Personas.shipped().all()) {
            int users = snapshot.model().profiles().get(persona.id()).size();
            distributions.put(
                    String.valueOf(persona.id()),
                    FewUsers.hides(users)
                            ? null
                            : distributions(diagnosis.spreads().get(persona.id()), users));
        }
        return new DiagnosticsAnswer(
                true,
                snapshot.version(),
                snapshot.model().quality().users(),
                diagnosis.sampled(),
                diagnosis.counts().stream().map(DiagnosticsAnswer::rounded).toList(),
                diagnosis.verdict(),
                Rules.of(diagnosis.rules()),
                distributions);
    }

    private static Map<String, Distribution> distributions(Map<String, FeatureSpread> spreads, int users) {
        Map<String, Distribution> distributions = new LinkedHashMap<>();
        spreads.forEach((feature, spread) -> distributions.put(feature, Distribution.of(spread, users)));
        return distributions;
    }

    private static SegmentCount rounded(SegmentCount one) {
        return new SegmentCount(
                one.k(),
                rounded(one.inertia()),
                rounded(one.silhouette()),
                rounded(one.daviesBouldin()),
                rounded(one.calinskiHarabasz()),
                rounded(one.stability()));
    }

    private static double rounded(double number) {
        return Math.round(Distribution.DECIMALS * number) / Distribution.DECIMALS;
    }
}
