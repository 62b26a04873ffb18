package fr.ecolhuma.etreprof.demo.people;

import fr.ecolhuma.etreprof.demo.chance.Dice;
import fr.ecolhuma.etreprof.demo.chance.Dice.Purpose;
import fr.ecolhuma.etreprof.demo.chance.Era;
import fr.ecolhuma.etreprof.demo.chance.Odds;
import fr.ecolhuma.etreprof.demo.chance.Season;
import java.util.List;

/**
 * Draws each user's traits from its index alone, so that none is kept. Four overlapping groups move the means of
 * continuous, mostly lognormal affinities to mails and to contents; their spreads are as wide as their distances, so
 * that no clustering can recover the groups exactly. The figures reproduce the quartiles of the real export.
 */
public final class Population {

    private record Group(
            double mail,
            double mailSpread,
            double content,
            double contentSpread,
            double articleTilt,
            double ficheTilt,
            double guideTilt,
            double clickLogit) {}

    private static final List<Group> GROUPS = List.of(
            new Group(3.10, 0.85, 0.95, 0.80, 0.05, -0.4, 0.0, -2.45),
            new Group(5.05, 0.55, -1.40, 1.10, 0.10, -0.2, 0.2, -1.65),
            new Group(4.40, 0.80, 2.60, 1.00, -0.15, 0.6, 1.0, -1.75),
            new Group(1.45, 1.00, -2.00, 1.20, -0.10, -0.1, -0.2, -2.6));
    private static final Odds SHARES = Odds.of(0.295, 0.165, 0.045, 0.495);

    private static final double NEVER_ACTIVE = 0.015;
    private static final double MOST_MAILS = 450;
    private static final double MOST_CONTENTS = 1500;
    private static final double DAYS_A_YEAR = 365.25;

    private final long seed;
    private final Era era;
    private final Season signUps;

    public Population(long seed, Era era) {
        this.seed = seed;
        this.era = era;
        signUps = Season.signUps(era);
    }

    public Traits traits(long index) {
        Dice dice = Dice.of(seed, Purpose.TRAITS, index);
        Group group = GROUPS.get(SHARES.draw(dice));
        double mail = dice.gaussian(group.mail(), group.mailSpread());
        double content = dice.gaussian(group.content(), group.contentSpread());
        int signUpDay = signUps.day(dice, 0, era.last());
        int lastDay = lastDay(dice, signUpDay, mail + 0.5 * content);
        double active = dice.chance(NEVER_ACTIVE) ? 0 : 1;
        double tenure = tenure(lastDay - signUpDay);
        return new Traits(
                signUpDay,
                signUps.second(dice),
                lastDay,
                active * StrictMath.min(MOST_MAILS, StrictMath.exp(mail)) * tenure,
                logistic(dice.gaussian(group.clickLogit(), 0.7)),
                active * capped(dice, content + 0.1 + group.articleTilt(), 0.6),
                active * capped(dice, content, 0.75),
                logistic(dice.gaussian(-0.1 + group.ficheTilt(), 2.2)),
                logistic(dice.gaussian(group.guideTilt(), 1.2)),
                active * exponential(dice, 1.2 + 0.25 * (mail + content), 0.6));
    }

    /** The keener, the longer they stay; most of those who stay long are still there. */
    private int lastDay(Dice dice, int signUpDay, double keenness) {
        double years = exponential(dice, 0.8 + 0.35 * (keenness - 1), 1.3);
        double days = StrictMath.max(1, years * DAYS_A_YEAR);
        return (int) StrictMath.min(era.last(), signUpDay + days);
    }

    /** Mails come week after week: those who stayed longer had more to open. */
    private static double tenure(int days) {
        return StrictMath.min(1.3, StrictMath.sqrt((days / DAYS_A_YEAR + 0.2) / 2.2));
    }

    private static double capped(Dice dice, double mean, double spread) {
        return StrictMath.min(MOST_CONTENTS, exponential(dice, mean, spread));
    }

    private static double exponential(Dice dice, double mean, double spread) {
        return StrictMath.exp(dice.gaussian(mean, spread));
    }

    private static double logistic(double value) {
        return 1 / (1 + StrictMath.exp(-value));
    }
}
