package fr.ecolhuma.etreprof.demo.people;

import fr.ecolhuma.etreprof.demo.chance.Dice;
import fr.ecolhuma.etreprof.demo.chance.Era;
import fr.ecolhuma.etreprof.demo.chance.Season;

/**
 * The user whose rows are being written.
 *
 * @param id as in the exports
 * @param dice this user's own
 */
public record Actor(long id, Traits traits, Taste taste, Dice dice) {

    /** An instant of a season within the user's active days. */
    public long moment(Season season) {
        return moment(season, traits.signUpDay(), traits.lastDay());
    }

    /** Seconds of the era, not before the sign-up, between two days. */
    public long moment(Season season, int from, int to) {
        int day = season.day(dice, from, to);
        int second = season.second(dice);
        boolean tooEarly = day == traits.signUpDay() && second < traits.signUpSecond();
        return day * (long) Era.DAY_SECONDS + (tooEarly ? soonAfter(traits.signUpSecond()) : second);
    }

    private int soonAfter(int second) {
        return second + dice.below(Era.DAY_SECONDS - second);
    }
}
