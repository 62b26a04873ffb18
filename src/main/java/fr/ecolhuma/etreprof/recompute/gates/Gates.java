package fr.ecolhuma.etreprof.recompute.gates;

import fr.ecolhuma.etreprof.classification.judging.ModelCard;
import fr.ecolhuma.etreprof.segmentation.explain.Drift;
import fr.ecolhuma.etreprof.snapshot.model.Snapshot;
import fr.ecolhuma.etreprof.snapshot.model.TrainedModel;
import fr.ecolhuma.etreprof.tables.RowAccount;
import fr.ecolhuma.etreprof.tables.RowAccounts;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Judges a candidate before it may go live, by itself and against the live model. */
public final class Gates {

    /** Figures of fewer users change by chance. */
    static final int ENOUGH_USERS = 1_000;

    public static final String MATCH = "persona_match";

    private static final int ENOUGH_JUDGED = 100;
    private static final String DEPTH = "ndcg@100";

    private final GateSettings limits;
    private final ExportGates exports;

    public Gates(GateSettings limits) {
        this.limits = limits;
        exports = new ExportGates(limits);
    }

    /**
     * What the gates found that judge the exports alone.
     *
     * @param before the accounts of the model that is live, whatever exports it is of; null the first time
     * @param now what the as-of is judged from, or null where it was asked for
     */
    public List<GateFinding> entrance(Entrance entrance, @Nullable RowAccounts before, @Nullable LocalDateTime now) {
        return exports.check(entrance, before, now);
    }

    /**
     * The findings of every gate.
     *
     * @param candidate the candidate, as read back from the disk
     * @param weakMatches segments whose id is doubtful
     * @param previous what it would replace, whatever exports that is of; null the first time
     * @param live the same where both are of the same exports, so that they can be compared; else null
     * @param now what the as-of is judged from, or null where it was asked for
     */
    public List<GateFinding> check(
            Snapshot candidate,
            int weakMatches,
            @Nullable Snapshot previous,
            @Nullable Snapshot live,
            @Nullable LocalDateTime now) {
        List<GateFinding> findings = new ArrayList<>();
        TrainedModel model = candidate.model();
        findings.addAll(entrance(
                Entrance.of(model),
                previous == null ? null : previous.model().provenance().rows(),
                now));
        List<Integer> sizes = model.quality().sizes();
        findings.add(GateFinding.atLeast(
                "smallest_segment",
                (double) Collections.min(sizes) / model.users().size(),
                limits.leastSegment()));
        findings.add(GateFinding.atLeast("silhouette", model.quality().silhouette(), limits.leastSilhouette()));
        findings.add(GateFinding.atMost(MATCH, weakMatches, 0, limits.mostWeakMatches()));
        recommender(candidate, findings);
        if (live != null) {
            rows(live.model(), model, findings);
            drift(live.model(), model, findings);
            classifier(live, candidate, findings);
        }
        findings.addAll(SelfTest.of(candidate));
        return List.copyOf(findings);
    }

    private void rows(TrainedModel before, TrainedModel after, List<GateFinding> findings) {
        RowAccounts then = before.provenance().rows();
        RowAccounts now = after.provenance().rows();
        findings.add(rows("rows_users", then.users(), now.users()));
        findings.add(rows("rows_contents", then.contents(), now.contents()));
        findings.add(rows("rows_events", then.events(), now.events()));
    }

    private GateFinding rows(String gate, RowAccount then, RowAccount now) {
        double share = then.kept() == 0 ? 1 : (double) now.kept() / then.kept();
        return share < limits.leastRows()
                ? GateFinding.atLeast(gate, share, limits.leastRows())
                : GateFinding.atMost(gate, share, limits.mostRows());
    }

    private void drift(TrainedModel before, TrainedModel after, List<GateFinding> findings) {
        if (Math.min(before.users().size(), after.users().size()) >= ENOUGH_USERS) {
            SortedMap<String, Double> indexes =
                    Drift.between(before.users().counts(), after.users().counts());
            indexes.forEach((feature, index) -> findings.add(
                    GateFinding.atMost("drift_" + feature, index, limits.watchDrift(), limits.mostDrift())));
        }
    }

    private void recommender(Snapshot candidate, List<GateFinding> findings) {
        SortedMap<String, SortedMap<String, Double>> figures =
                candidate.recommenderCard().figures();
        SortedMap<String, Double> hybrid = figures.get("hybrid");
        SortedMap<String, Double> popular = figures.get("popular");
        if (hybrid != null && popular != null && candidate.recommenderCard().users() >= ENOUGH_JUDGED) {
            double popularity = popular.getOrDefault(DEPTH, 0.0);
            double share = popularity == 0 ? 1 : hybrid.getOrDefault(DEPTH, 0.0) / popularity;
            findings.add(GateFinding.atLeast("recommender", share, limits.leastRecommender()));
        }
    }

    /** Two classifiers are compared only if both were judged on as many contents: other texts are harder or easier. */
    private void classifier(Snapshot live, Snapshot candidate, List<GateFinding> findings) {
        if (live.model().classifier().isPresent()) {
            ModelCard.Figures before = live.classifier().card().defis();
            ModelCard.Figures now = candidate.classifier().card().defis();
            if (before.contents() == now.contents()) {
                double loss = before.macroF1() - now.macroF1();
                findings.add(GateFinding.atMost("classifier_loss", Math.max(0, loss), limits.mostClassifierLoss()));
            }
        }
    }
}
