package fr.ecolhuma.etreprof.demo.people;

/**
 * The habits of a made-up user; no export shows them directly. Means are of rows over the whole life, at the
 * population's natural 80 rows a user.
 *
 * @param signUpDay day of the era
 * @param signUpSecond of that day
 * @param lastDay last day of any activity
 * @param opens mean of opened mails
 * @param clickRate clicks per opened mail
 * @param articles mean of articles viewed
 * @param downloads mean of downloads of any type
 * @param ficheShare share of tool sheets among the downloads
 * @param guideShare share of guides among the other downloads
 * @param misc mean of all other rows
 */
public record Traits(
        int signUpDay,
        int signUpSecond,
        int lastDay,
        double opens,
        double clickRate,
        double articles,
        double downloads,
        double ficheShare,
        double guideShare,
        double misc) {

    /** Opened mails that leave a shadow session: 37 % of all rows against 43 %. */
    public static final double SHADOWS = 37.0 / 43;

    /** Mean of the rows of every kind together. */
    public double rows() {
        return opens * (1 + SHADOWS + clickRate) + articles + downloads + misc;
    }
}
