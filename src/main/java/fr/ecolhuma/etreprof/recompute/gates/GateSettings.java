package fr.ecolhuma.etreprof.recompute.gates;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The limits that a new model has to keep to be published.
 *
 * @param leastRows rows kept of each export, as a share of the last run's
 * @param mostRows rows kept of each export, as a share of the last run's
 * @param mostRejected share of the events read that cannot be used: bad dates and repeats
 * @param watchUnreadCells share of a column's filled cells that are not understood above which it is warned of
 * @param mostUnreadCells the same above which it is refused
 * @param mostUnknownContents share of the uses whose content the contents export does not have
 * @param mostAbroad share of the users who are left out for their country, where it was less than half of that before
 * @param mostMeanAnciennete mean of the years of teaching
 * @param mostAsOfYears years between the as-of and now, where the as-of was not asked for
 * @param leastSegment share of the users in the smallest segment
 * @param leastSilhouette of the segmentation
 * @param mostWeakMatches segments that are not clearly nearest to their own persona or predecessor
 * @param watchDrift population stability index of a feature above which there is a warning; at most {@code mostDrift}
 * @param mostDrift population stability index of a feature above which the model is refused
 * @param leastRecommender NDCG@100 of the lists, as a share of popularity's
 * @param mostClassifierLoss how far the macro-F1 over the défis may be below the live classifier's
 */
@ConfigurationProperties("etreprof.gates")
public record GateSettings(
        @DefaultValue("0.5") double leastRows,
        @DefaultValue("4") double mostRows,
        @DefaultValue("0.5") double mostRejected,
        @DefaultValue("0.01") double watchUnreadCells,
        @DefaultValue("0.2") double mostUnreadCells,
        @DefaultValue("0.5") double mostUnknownContents,
        @DefaultValue("0.3") double mostAbroad,
        @DefaultValue("45") double mostMeanAnciennete,
        @DefaultValue("2") double mostAsOfYears,
        @DefaultValue("0.002") double leastSegment,
        @DefaultValue("0.05") double leastSilhouette,
        @DefaultValue("3") int mostWeakMatches,
        @DefaultValue("0.1") double watchDrift,
        @DefaultValue("0.25") double mostDrift,
        @DefaultValue("0.9") double leastRecommender,
        @DefaultValue("0.05") double mostClassifierLoss) {

    public GateSettings {
        requireNotNegative("ETREPROF_GATE_LEAST_ROWS", leastRows);
        requireNotNegative("ETREPROF_GATE_MOST_ROWS", mostRows);
        requireNotNegative("ETREPROF_GATE_MOST_REJECTED", mostRejected);
        requireNotNegative("ETREPROF_GATE_WATCH_UNREAD_CELLS", watchUnreadCells);
        requireNotNegative("ETREPROF_GATE_MOST_UNREAD_CELLS", mostUnreadCells);
        requireNotNegative("ETREPROF_GATE_MOST_UNKNOWN_CONTENTS", mostUnknownContents);
        requireNotNegative("ETREPROF_GATE_MOST_ABROAD", mostAbroad);
        requireNotNegative("ETREPROF_GATE_MOST_MEAN_ANCIENNETE", mostMeanAnciennete);
        requireNotNegative("ETREPROF_GATE_MOST_AS_OF_YEARS", mostAsOfYears);
        requireNotNegative("ETREPROF_GATE_LEAST_SEGMENT", leastSegment);
        requireNotNegative("ETREPROF_GATE_MOST_WEAK_MATCHES", mostWeakMatches);
        requireNotNegative("ETREPROF_GATE_WATCH_DRIFT", watchDrift);
        requireNotNegative("ETREPROF_GATE_MOST_DRIFT", mostDrift);
        requireNotNegative("ETREPROF_GATE_LEAST_RECOMMENDER", leastRecommender);
        requireNotNegative("ETREPROF_GATE_MOST_CLASSIFIER_LOSS", mostClassifierLoss);
        requireOrder("ETREPROF_GATE_LEAST_ROWS", leastRows, "ETREPROF_GATE_MOST_ROWS", mostRows);
        requireOrder(
                "ETREPROF_GATE_WATCH_UNREAD_CELLS",
                watchUnreadCells,
                "ETREPROF_GATE_MOST_UNREAD_CELLS",
                mostUnreadCells);
        requireOrder("ETREPROF_GATE_WATCH_DRIFT", watchDrift, "ETREPROF_GATE_MOST_DRIFT", mostDrift);
        if (Double.isNaN(leastSilhouette)) {
            throw new IllegalArgumentException("ETREPROF_GATE_LEAST_SILHOUETTE: found no number, expected -1 to 1");
        }
    }

    private static void requireNotNegative(String name, Number value) {
        if (!(value.doubleValue() >= 0)) {
            throw new IllegalArgumentException("%s: found %s, expected 0 or more".formatted(name, value));
        }
    }

    private static void requireOrder(String low, double least, String high, double most) {
        if (least > most) {
            throw new IllegalArgumentException(
                    "%s: found %s, expected at most %s, which is %s".formatted(low, least, high, most));
        }
    }
}
