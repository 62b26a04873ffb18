package fr.ecolhuma.etreprof.recompute;

import jakarta.validation.constraints.PositiveOrZero;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The limits that a new model has to keep to be published.
 *
 * @param leastRows rows kept of each export, as a share of the last run's
 * @param mostRows the same
 * @param mostRejected share of the events read that cannot be used: bad dates and repeats
 * @param leastSegment share of the users in the smallest segment
 * @param leastSilhouette of the segmentation
 * @param mostWeakMatches segments that are not clearly nearest to their own persona or predecessor
 * @param watchDrift population stability index of a feature above which it is warned of; at most {@code mostDrift}
 * @param mostDrift the same above which it is refused
 * @param leastRecommender NDCG@100 of the lists, as a share of popularity's
 * @param mostClassifierLoss how much lower macro-F1 over the défis may be than the live classifier's
 */
@Validated
@ConfigurationProperties("etreprof.gates")
public record GateSettings(
        @DefaultValue("0.5") @PositiveOrZero double leastRows,
        @DefaultValue("4") @PositiveOrZero double mostRows,
        @DefaultValue("0.5") @PositiveOrZero double mostRejected,
        @DefaultValue("0.002") @PositiveOrZero double leastSegment,
        @DefaultValue("0.05") double leastSilhouette,
        @DefaultValue("3") @PositiveOrZero int mostWeakMatches,
        @DefaultValue("0.1") @PositiveOrZero double watchDrift,
        @DefaultValue("0.25") @PositiveOrZero double mostDrift,
        @DefaultValue("0.9") @PositiveOrZero double leastRecommender,
        @DefaultValue("0.05") @PositiveOrZero double mostClassifierLoss) {

    public GateSettings {
        requireOrder("ETREPROF_GATE_LEAST_ROWS", leastRows, "ETREPROF_GATE_MOST_ROWS", mostRows);
        requireOrder("ETREPROF_GATE_WATCH_DRIFT", watchDrift, "ETREPROF_GATE_MOST_DRIFT", mostDrift);
        if (Double.isNaN(leastSilhouette)) {
            throw new IllegalArgumentException("ETREPROF_GATE_LEAST_SILHOUETTE: found no number, expected -1 to 1");
        }
    }

    private static void requireOrder(String low, double least, String high, double most) {
        if (!(least <= most)) {
            throw new IllegalArgumentException(
                    "%s: found %s, expected at most %s, which is %s".formatted(low, least, high, most));
        }
    }
}
