package fr.ecolhuma.etreprof.recompute.gates;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ecolhuma.etreprof.recompute.TestModels;
import fr.ecolhuma.etreprof.snapshot.model.Provenance;
import fr.ecolhuma.etreprof.snapshot.model.TrainedModel;
import fr.ecolhuma.etreprof.tables.ColumnAccount;
import fr.ecolhuma.etreprof.tables.RowAccount;
import fr.ecolhuma.etreprof.tables.RowAccounts;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExportGatesTests {

    private final ExportGates gates = new ExportGates(TestModels.LIMITS);

    private static TrainedModel model(RowAccounts rows, List<ColumnAccount> columns, long unknownContents) {
        Provenance one = TestModels.of("1").provenance();
        return TestModels.with(new Provenance(
                one.codeVersion(), one.asOf(), one.inputs(), one.parameters(), rows, columns, unknownContents));
    }

    private static RowAccounts abroad(long rows) {
        RowAccount users = new RowAccount(
                "users.csv",
                100,
                100 - rows,
                rows == 0
                        ? new TreeMap<>()
                        : new TreeMap<>(Map.of("not_in_france", new RowAccount.Rejection(rows, List.of(2L)))));
        return RowAccounts.of(List.of(users));
    }

    private GateFinding finding(TrainedModel model, TrainedModel live, String gate) {
        return gates
                .check(
                        Entrance.of(model),
                        live == null ? null : live.provenance().rows(),
                        null)
                .stream()
                .filter(one -> one.gate().equals(gate))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "1000, 10, PASSED", // 1 %
        "1000, 11, WATCH",
        "1000, 200, WATCH", // 20 %
        "1000, 201, REFUSED",
        "12, 9, WATCH", // few cells may be chance
        "12, 10, REFUSED"
    })
    void aColumnThatIsNotUnderstoodRefuses(long filled, long not, GateFinding.Verdict verdict) {
        ColumnAccount levels = new ColumnAccount(
                "users",
                "users.csv",
                "json_niveau",
                filled,
                5,
                filled - not,
                not,
                ColumnAccount.USUAL,
                List.of(new ColumnAccount.Example(7, "zzz")));
        GateFinding found =
                finding(model(abroad(0), List.of(levels), 0), TestModels.of("1"), "cells_users_json_niveau");
        assertThat(found.verdict()).isEqualTo(verdict);
        assertThat(found.detail())
                .isEqualTo(
                        "users.csv, column json_niveau: %d of %d filled cells are not understood, such as 'zzz' (line 7); expected a list with a known level, such as [\"CP\"]"
                                .formatted(not, filled));
    }

    @Test
    void aColumnThatIsUnderstoodHasNoFinding() {
        ColumnAccount clean = new ColumnAccount("users", "u", "id", 3, 0, 3, 0, ColumnAccount.USUAL, List.of());
        assertThat(gates.check(Entrance.of(model(abroad(0), List.of(clean), 0)), null, null))
                .noneMatch(one -> one.gate().startsWith("cells_"));
    }

    @ParameterizedTest
    @CsvSource({"10, 31, REFUSED", "10, 30, PASSED", "16, 31, PASSED", "0, 100, REFUSED"})
    void usersAbroadRefuseWhereTheyWereLessThanHalfAsMany(long before, long now, GateFinding.Verdict verdict) {
        GateFinding found =
                finding(model(abroad(now), List.of(), 0), model(abroad(before), List.of(), 0), "users_abroad");
        assertThat(found.verdict()).isEqualTo(verdict);
    }

    @Test
    void usersAbroadRefuseNothingTheFirstTime() {
        assertThat(gates.check(Entrance.of(model(abroad(90), List.of(), 0)), null, null))
                .noneMatch(GateFinding::refuses);
    }

    @Test
    void usesOfUnknownContentsRefuseAboveHalf() {
        TrainedModel model = TestModels.of("1");
        int column = model.users().counts().columns().indexOf("total_interactions_x");
        long uses = 0;
        for (int row = 0; row < model.users().size(); row++) {
            uses += model.users().counts().get(row, column);
        }
        assertThat(uses).isPositive();
        assertThat(finding(model(abroad(0), List.of(), uses / 2), model, "unknown_contents")
                        .refuses())
                .isFalse();
        assertThat(finding(model(abroad(0), List.of(), uses / 2 + 1), model, "unknown_contents")
                        .refuses())
                .isTrue();
    }

    /** The as-of is 2025-07-10 at noon; two years are 730.5 days. An export of years ago, or of misread times. */
    @ParameterizedTest
    @CsvSource({
        "2025-07-10T12:00, 0, PASSED",
        "2027-07-11T11:00, 1.9986, PASSED", // 730 whole days
        "2027-07-11T12:00, 2.0014, REFUSED", // 731
        "2023-07-10T13:00, 1.9986, PASSED",
        "2023-07-10T12:00, 2.0014, REFUSED"
    })
    void anAsOfFarFromNowRefuses(LocalDateTime now, double years, GateFinding.Verdict verdict) {
        GateFinding found = gates.check(Entrance.of(TestModels.of("1")), null, now).stream()
                .filter(one -> one.gate().equals("as_of_years"))
                .findFirst()
                .orElseThrow();
        assertThat(found.found()).isEqualTo(years);
        assertThat(found.verdict()).isEqualTo(verdict);
        assertThat(found.detail()).startsWith("counted at the latest event, of 2025-07-10; expected");
    }

    @Test
    void anAsOfThatWasAskedForIsNotJudged() {
        assertThat(gates.check(Entrance.of(TestModels.of("1")), null, null))
                .noneMatch(one -> one.gate().startsWith("as_of"));
    }
}
