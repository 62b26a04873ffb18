package fr.ecolhuma.etreprof.demo.people;

import fr.ecolhuma.etreprof.demo.chance.Dice;
import fr.ecolhuma.etreprof.demo.chance.Dice.Purpose;
import fr.ecolhuma.etreprof.demo.chance.Permutation;

/**
 * The users, by index: first the users of users.csv, then strangers who only act.
 *
 * @param known distinct users of users.csv
 * @param repeats rows of users.csv that repeat an id
 * @param strangers users unknown to users.csv
 * @param ids scatters the indexes
 */
public record People(long known, long repeats, long strangers, Permutation ids) {

    private static final long REPEAT = 1000;
    private static final long STRANGER = 400;

    public static People of(long rows, long seed) {
        long repeats = rows / REPEAT;
        long known = rows - repeats;
        long strangers = known / STRANGER;
        long span = known + strangers;
        return new People(known, repeats, strangers, Permutation.of(span + span / 8, Dice.of(seed, Purpose.IDS, 0)));
    }

    public long everyone() {
        return known + strangers;
    }

    /** A user's id, at least 1. */
    public long id(long index) {
        return 1 + ids.of(index);
    }
}
