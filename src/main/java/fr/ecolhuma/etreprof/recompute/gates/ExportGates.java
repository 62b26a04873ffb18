package fr.ecolhuma.etreprof.recompute.gates;

import fr.ecolhuma.etreprof.domain.CatalogueItem;
import fr.ecolhuma.etreprof.ingestion.cell.ExpectedCells;
import fr.ecolhuma.etreprof.snapshot.model.TrainedModel;
import fr.ecolhuma.etreprof.tables.ColumnAccount;
import fr.ecolhuma.etreprof.tables.RowAccount;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Judges what the exports said: cells that are not understood, contents and users that nothing joins. */
final class ExportGates {

    /** Fewer cells may be misread by chance: they are warned of and refuse nothing. */
    static final int FEW_CELLS = 10;

    private static final String USES = "total_interactions_x";
    private static final int LEAST_YEARS = 0;

    private final GateSettings limits;

    ExportGates(GateSettings limits) {
        this.limits = limits;
    }

    /**
     * What the gates found.
     *
     * @param live the last model, or null
     */
    List<GateFinding> check(TrainedModel model, @Nullable TrainedModel live) {
        List<GateFinding> findings = new ArrayList<>();
        model.provenance().columns().stream()
                .filter(column -> column.notUnderstood() > 0)
                .map(this::cells)
                .forEach(findings::add);
        long published =
                model.catalogue().stream().filter(CatalogueItem::published).count();
        findings.add(GateFinding.atLeast("published_contents", (double) published, 1));
        findings.add(unknownContents(model));
        findings.add(abroad(model.provenance().rows().users(), live));
        years(model, findings);
        return findings;
    }

    private GateFinding cells(ColumnAccount column) {
        double limit = column.notUnderstood() < FEW_CELLS ? 1 : limits.mostUnreadCells();
        String gate = "cells_%s_%s".formatted(column.export(), column.column().replace(' ', '_'));
        return GateFinding.atMost(gate, column.share(), Math.min(limits.watchUnreadCells(), limit), limit)
                .because("%s, column %s: %d of %d filled cells are not understood, such as %s; expected %s"
                        .formatted(
                                column.file(),
                                column.column(),
                                column.notUnderstood(),
                                column.filled(),
                                column.shownExamples(),
                                ExpectedCells.of(column.export(), column.column())));
    }

    private GateFinding unknownContents(TrainedModel model) {
        int column = model.users().counts().columns().indexOf(USES);
        long uses = 0;
        for (int row = 0; column >= 0 && row < model.users().size(); row++) {
            uses += model.users().counts().get(row, column);
        }
        long unknown = model.provenance().unknownContentEvents();
        return GateFinding.atMost(
                        "unknown_contents", uses == 0 ? 0 : (double) unknown / uses, limits.mostUnknownContents())
                .because(
                        "%d of %d uses are of contents that the contents export does not have; expected the same types and ids in both"
                                .formatted(unknown, uses));
    }

    /** Users of other countries, where there are suddenly many. */
    private GateFinding abroad(RowAccount users, @Nullable TrainedModel live) {
        double now = share(users);
        boolean sudden = live != null && share(live.provenance().rows().users()) < now / 2;
        return GateFinding.atMost("users_abroad", now, sudden ? limits.mostAbroad() : 1);
    }

    private static double share(RowAccount users) {
        RowAccount.Rejection abroad = users.rejected().get("not_in_france");
        return abroad == null || users.read() == 0 ? 0 : (double) abroad.rows() / users.read();
    }

    private void years(TrainedModel model, List<GateFinding> findings) {
        long sum = 0;
        long known = 0;
        for (int row = 0; row < model.users().size(); row++) {
            Integer years = model.users().anciennete(row);
            sum += years == null ? 0 : years;
            known += years == null ? 0 : 1;
        }
        if (known > 0) {
            double mean = (double) sum / known;
            findings.add(
                    mean < LEAST_YEARS
                            ? GateFinding.atLeast("mean_anciennete", mean, LEAST_YEARS)
                            : GateFinding.atMost("mean_anciennete", mean, limits.mostMeanAnciennete()));
        }
    }
}
