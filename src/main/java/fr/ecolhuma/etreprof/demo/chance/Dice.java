package fr.ecolhuma.etreprof.demo.chance;

import java.util.List;

/**
 * SplitMix64 (Steele, Lea and Flood, 2014), written out so that neither the JDK's version nor the machine changes a
 * draw; logarithms and exponentials are StrictMath's for the same reason. Not thread-safe.
 */
public final class Dice {

    /** The use of a sequence: sequences of different purposes are independent of one another. */
    public enum Purpose {
        CATALOGUE(1),
        TRAITS(2),
        TEACHING(3),
        TASTE(4),
        PLAN(5),
        PROFILE(6),
        EVENTS(7),
        CAMPAIGN(8),
        IDS(9),
        ORDER(10),
        SHUFFLE(11);

        private final int salt;

        Purpose(int salt) {
            this.salt = salt;
        }
    }

    private static final long GAMMA = 0x9E3779B97F4A7C15L;
    private static final double UNIT = 0x1p-53;
    private static final double MANY = 30;

    private long state;

    private Dice(long state) {
        this.state = state;
    }

    public static Dice of(long seed, Purpose purpose, long index) {
        return new Dice(mix(mix(mix(seed) + purpose.salt) + index));
    }

    public long next() {
        state += GAMMA;
        return mix(state);
    }

    /** Uniform in [0, 1). */
    public double unit() {
        return (next() >>> 11) * UNIT;
    }

    /** Uniform in [0, bound). */
    public int below(int bound) {
        return (int) (((next() >>> 32) * bound) >>> 32);
    }

    /** Uniform in [from, to], both included. */
    public int between(int from, int to) {
        return from + below(to - from + 1);
    }

    public boolean chance(double probability) {
        return unit() < probability;
    }

    public <T> T oneOf(List<T> values) {
        return values.get(below(values.size()));
    }

    /** Normal by Marsaglia's polar method. */
    public double gaussian(double mean, double deviation) {
        double x;
        double square;
        do {
            x = 2 * unit() - 1;
            double y = 2 * unit() - 1;
            square = x * x + y * y;
        } while (square >= 1 || square == 0);
        return mean + deviation * x * StrictMath.sqrt(-2 * StrictMath.log(square) / square);
    }

    /** Poisson: Knuth's products, the rounded normal above a mean of 30. */
    public int poisson(double mean) {
        if (mean >= MANY) {
            return rounded(gaussian(mean, StrictMath.sqrt(mean)));
        }
        double floor = StrictMath.exp(-mean);
        int count = -1;
        for (double product = 1; product > floor || count < 0; product *= unit()) {
            count++;
        }
        return count;
    }

    /** Binomial: trial by trial, the rounded normal above 30 trials. */
    public int binomial(int trials, double probability) {
        if (trials > MANY) {
            double deviation = StrictMath.sqrt(trials * probability * (1 - probability));
            return StrictMath.min(trials, rounded(gaussian(trials * probability, deviation)));
        }
        int successes = 0;
        for (int trial = 0; trial < trials; trial++) {
            successes += chance(probability) ? 1 : 0;
        }
        return successes;
    }

    private static int rounded(double value) {
        return (int) StrictMath.max(0, StrictMath.floor(value + 0.5));
    }

    private static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
