package fr.ecolhuma.etreprof.recompute.gates;

import fr.ecolhuma.etreprof.ingestion.cell.ExpectedCells;
import fr.ecolhuma.etreprof.tables.ColumnAccount;
import fr.ecolhuma.etreprof.tables.RowAccount;
import fr.ecolhuma.etreprof.tables.RowAccounts;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Judges what the exports said: cells that are not understood, contents and users that nothing joins. */
final class ExportGates {

    /** Fewer cells may be misread by chance: they are warned of and refuse nothing. */
    static final int FEW_CELLS = 10;

    private static final int LEAST_YEARS = 0;
    private static final Set<String> BAD = Set.of("bad_date", "duplicate");
    private static final double DAYS_A_YEAR = 365.25;

    private final GateSettings limits;

    ExportGates(GateSettings limits) {
        this.limits = limits;
    }

    /**
     * What the gates found.
     *
     * @param before the last model's accounts, or null
     * @param now what the as-of is judged from, or null where it was asked for
     */
    List<GateFinding> check(Entrance entrance, @Nullable RowAccounts before, @Nullable LocalDateTime now) {
        List<GateFinding> findings = new ArrayList<>();
        entrance.columns().stream()
                .filter(column -> column.notUnderstood() > 0)
                .map(this::cells)
                .forEach(findings::add);
        findings.add(rejected(entrance.rows().events()));
        findings.add(GateFinding.atLeast(
                "published_contents", (double) entrance.joins().contentsPublished(), 1));
        findings.add(unknownContents(entrance.joins()));
        findings.add(abroad(entrance.rows().users(), before));
        entrance.meanAnciennete().ifPresent(years -> findings.add(years(years)));
        if (now != null) {
            findings.add(asOf(entrance.asOf(), now));
        }
        return findings;
    }

    /** An export of years ago is a wrong one, or its times are misread. */
    private GateFinding asOf(LocalDateTime asOf, LocalDateTime now) {
        double years = Math.abs(ChronoUnit.DAYS.between(asOf, now)) / DAYS_A_YEAR;
        return GateFinding.atMost("as_of_years", years, limits.mostAsOfYears())
                .because(
                        "counted at the latest event, of %s; expected an event of the last years, or the day given as the as-of"
                                .formatted(asOf.toLocalDate()));
    }

    private GateFinding rejected(RowAccount events) {
        long bad = events.rejected().entrySet().stream()
                .filter(reason -> BAD.contains(reason.getKey()))
                .mapToLong(reason -> reason.getValue().rows())
                .sum();
        return GateFinding.atMost("rejected_events", (double) bad / Math.max(1, events.read()), limits.mostRejected());
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

    private GateFinding unknownContents(Entrance.Joins joins) {
        long unknown = joins.usesOfUnknownContents();
        double share = joins.uses() == 0 ? 0 : (double) unknown / joins.uses();
        return GateFinding.atMost("unknown_contents", share, limits.mostUnknownContents())
                .because(
                        "%d of %d uses are of contents that the contents export does not have; expected the same types and ids in both"
                                .formatted(unknown, joins.uses()));
    }

    /** Users of other countries, where there are suddenly many. */
    private GateFinding abroad(RowAccount users, @Nullable RowAccounts before) {
        double now = share(users);
        boolean sudden = before != null && share(before.users()) < now / 2;
        return GateFinding.atMost("users_abroad", now, sudden ? limits.mostAbroad() : 1);
    }

    private static double share(RowAccount users) {
        RowAccount.Rejection abroad = users.rejected().get("not_in_france");
        return abroad == null || users.read() == 0 ? 0 : (double) abroad.rows() / users.read();
    }

    private GateFinding years(double mean) {
        return mean < LEAST_YEARS
                ? GateFinding.atLeast("mean_anciennete", mean, LEAST_YEARS)
                : GateFinding.atMost("mean_anciennete", mean, limits.mostMeanAnciennete());
    }
}
