package fr.ecolhuma.etreprof.demo.events;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ecolhuma.etreprof.demo.chance.Era;
import fr.ecolhuma.etreprof.demo.people.Population;
import fr.ecolhuma.etreprof.demo.people.Traits;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowPlanTests {

    private static final RowPlan PLAN =
            new RowPlan(Map.of(RowKind.MISC, 2, RowKind.CLICK, 1, RowKind.OPEN, 5, RowKind.FICHE, 3));

    @Test
    void lackingRowsBecomeMiscellaneous() {
        RowPlan larger = PLAN.resized(15);

        assertThat(larger.rows()).isEqualTo(15);
        assertThat(larger.of(RowKind.MISC)).isEqualTo(6);
        assertThat(larger.of(RowKind.OPEN)).isEqualTo(5);
    }

    @Test
    void excessRowsGoKindByKindAndTheSheetsLast() {
        RowPlan smaller = PLAN.resized(4);

        assertThat(smaller.rows()).isEqualTo(4);
        assertThat(smaller.of(RowKind.MISC) + smaller.of(RowKind.CLICK)).isZero();
        assertThat(smaller.of(RowKind.OPEN)).isEqualTo(1);
        assertThat(smaller.of(RowKind.FICHE)).isEqualTo(3);
    }

    @Test
    void robotHasExactlyItsRows() {
        assertThat(RowPlan.robot(717).rows()).isEqualTo(717);
        assertThat(RowPlan.robot(0).rows()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"50, 4000", "50, 1", "3, 100000", "2000, 30"})
    void plansOfAPopulationAddUpExactly(long users, long rows) {
        Population population = new Population(1, Era.before(LocalDate.of(2025, 7, 10)));
        Demand demand = new Demand(population, 1, users, -1, rows);
        long sum = 0;
        for (long index = users - 1; index >= 0; index--) {
            sum += demand.next(index, population.traits(index)).rows();
        }

        assertThat(sum).isEqualTo(rows);
    }

    @Test
    void traitsLieWithinTheEraAndItsBounds() {
        Era era = Era.before(LocalDate.of(2024, 2, 29));
        Population population = new Population(1, era);
        for (long index = 0; index < 2000; index++) {
            Traits traits = population.traits(index);
            assertThat(traits.signUpDay()).isBetween(0, traits.lastDay());
            assertThat(traits.lastDay()).isLessThanOrEqualTo(era.last());
            assertThat(traits.ficheShare()).isBetween(0.0, 1.0);
            assertThat(traits.rows()).isNotNegative().isFinite();
        }
    }
}
