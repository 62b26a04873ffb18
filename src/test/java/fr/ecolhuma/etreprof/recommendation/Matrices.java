package fr.ecolhuma.etreprof.recommendation;

import fr.ecolhuma.etreprof.recommendation.usage.UsageMatrix;
import fr.ecolhuma.etreprof.recommendation.usage.UsagePairs;
import java.util.Random;

/** Small usage matrices for tests. */
public final class Matrices {

    private Matrices() {}

    /** One row a user, the items used; the place of an item in the row is the time of its use. */
    public static UsageMatrix of(int items, int[]... users) {
        UsagePairs pairs = new UsagePairs(true);
        for (int user = 0; user < users.length; user++) {
            for (int i = 0; i < users[user].length; i++) {
                pairs.add(user, users[user][i], i);
            }
        }
        return pairs.matrix(users.length, items);
    }

    public static int[] row(int... items) {
        return items;
    }

    /** Every pair with the same chance. */
    public static UsageMatrix random(int users, int items, double share, long seed) {
        Random random = new Random(seed);
        UsagePairs pairs = new UsagePairs(false);
        for (int user = 0; user < users; user++) {
            for (int item = 0; item < items; item++) {
                if (random.nextDouble() < share) {
                    pairs.add(user, item, 0);
                }
            }
        }
        return pairs.matrix(users, items);
    }

    /** Each user likes one of four groups of ten items and now and then uses another of 40 in all. */
    public static UsageMatrix groups(int users) {
        Random random = new Random(4);
        UsagePairs pairs = new UsagePairs(false);
        for (int user = 0; user < users; user++) {
            for (int use = 0; use < 6; use++) {
                boolean own = random.nextInt(3) > 0;
                pairs.add(user, own ? user % 4 * 10 + random.nextInt(10) : random.nextInt(40), 0);
            }
        }
        return pairs.matrix(users, 40);
    }
}
