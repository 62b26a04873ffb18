package fr.ecolhuma.etreprof.demo.events;

import fr.ecolhuma.etreprof.demo.chance.Dice;
import fr.ecolhuma.etreprof.demo.chance.Dice.Purpose;
import fr.ecolhuma.etreprof.demo.chance.Quota;
import fr.ecolhuma.etreprof.demo.people.Population;
import fr.ecolhuma.etreprof.demo.people.Traits;

/**
 * The number of rows of each user, such that all plans together have exactly a given number of rows. Three walks over
 * the population instead of a table of it: the mean rows give the scale, the drawn rows the total, and a quota corrects
 * the last percent while the plans are handed out.
 */
final class Demand {

    private final Population population;
    private final long seed;
    private final long users;
    private final long robot;
    private final double scale;
    private final boolean nobody;
    private final Quota quota;

    /**
     * Scales the plans of users 0 … users − 1.
     *
     * @param robot index of a user without an own plan, −1 for none
     * @param rows of all plans together
     */
    Demand(Population population, long seed, long users, long robot, long rows) {
        this.population = population;
        this.seed = seed;
        this.users = users;
        this.robot = robot;
        double mean = meanRows();
        scale = mean == 0 ? 0 : rows / mean;
        long total = drawnRows();
        nobody = total == 0;
        quota = new Quota(nobody ? users : total, rows);
    }

    /** The final plan; callers ask once for each user, in any order. */
    RowPlan next(long index, Traits traits) {
        RowPlan plan = drawn(index, traits);
        return plan.resized(quota.take(nobody ? 1 : plan.rows()));
    }

    private double meanRows() {
        double sum = 0;
        for (long index = 0; index < users; index++) {
            sum += index == robot ? 0 : population.traits(index).rows();
        }
        return sum;
    }

    private long drawnRows() {
        long sum = 0;
        for (long index = 0; index < users; index++) {
            sum += drawn(index, population.traits(index)).rows();
        }
        return sum;
    }

    private RowPlan drawn(long index, Traits traits) {
        return index == robot ? RowPlan.NONE : RowPlan.draw(traits, scale, Dice.of(seed, Purpose.PLAN, index));
    }
}
