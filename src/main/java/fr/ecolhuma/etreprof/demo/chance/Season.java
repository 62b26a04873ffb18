package fr.ecolhuma.etreprof.demo.chance;

/** When things happen: the weight of each day of the era and of each hour of the day. */
public final class Season {

    private static final double[] ALWAYS = {1, 1, 1, 1, 1, 1, 1};

    private final Odds days;
    private final Odds hours;

    private Season(Odds days, Odds hours) {
        this.days = days;
        this.hours = hours;
    }

    /** Sign-ups: more from year to year, a surge from August to October. */
    public static Season signUps(Era era) {
        double[] months = {0.9, 0.7, 0.9, 0.7, 0.6, 0.45, 0.3, 1.7, 2.6, 1.7, 1.1, 0.7};
        return new Season(days(era, months, ALWAYS, 1.5), dayTime());
    }

    /** Visits of the site: Wednesdays and Sundays, hardly any in July. */
    public static Season visits(Era era) {
        double[] months = {1.1, 0.9, 1.1, 0.9, 0.9, 0.7, 0.25, 0.7, 1.5, 1.2, 1.2, 0.8};
        double[] weekdays = {1.1, 1.05, 1.25, 1, 0.8, 0.8, 1.3};
        return new Season(days(era, months, weekdays, 0), dayTime());
    }

    /** Opened mails: the newsletter of Saturday, read on that day or the days after. */
    public static Season mails(Era era) {
        double[] months = {1.1, 1, 1.1, 1, 1, 0.9, 0.3, 0.6, 1.3, 1.2, 1.1, 0.9};
        double[] weekdays = {0.10, 0.06, 0.05, 0.04, 0.03, 0.50, 0.22};
        return new Season(days(era, months, weekdays, 0), morning());
    }

    public int day(Dice dice, int from, int to) {
        return days.draw(dice, from, to);
    }

    /** Second of the day. */
    public int second(Dice dice) {
        return hours.draw(dice) * 3600 + dice.below(3600);
    }

    private static Odds days(Era era, double[] months, double[] weekdays, double growth) {
        int last = era.last();
        return Odds.of(
                last + 1,
                day -> months[era.date(day).getMonthValue() - 1]
                        * weekdays[era.date(day).getDayOfWeek().getValue() - 1]
                        * (1 + growth * day / last));
    }

    private static Odds dayTime() {
        return Odds.of(1, 0.4, 0.2, 0.2, 0.3, 0.8, 2, 4, 5, 5, 6, 5, 5, 7, 7, 6, 6, 7, 7, 6, 8, 9, 6, 3);
    }

    private static Odds morning() {
        return Odds.of(1, 0.5, 0.3, 0.3, 0.6, 2, 5, 9, 12, 12, 10, 7, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 4, 2);
    }
}
