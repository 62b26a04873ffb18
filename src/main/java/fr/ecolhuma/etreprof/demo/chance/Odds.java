package fr.ecolhuma.etreprof.demo.chance;

import java.util.function.IntToDoubleFunction;

/** A distribution over 0 … size − 1, drawn from by bisecting its cumulative weights. */
public final class Odds {

    private final double[] cumulative;

    private Odds(double[] cumulative) {
        this.cumulative = cumulative;
    }

    public static Odds of(int size, IntToDoubleFunction weight) {
        double[] cumulative = new double[size];
        double sum = 0;
        for (int i = 0; i < size; i++) {
            sum += weight.applyAsDouble(i);
            cumulative[i] = sum;
        }
        return new Odds(cumulative);
    }

    public static Odds of(double... weights) {
        return of(weights.length, i -> weights[i]);
    }

    public int draw(Dice dice) {
        return draw(dice, 0, cumulative.length - 1);
    }

    /** Draws among from … to, both included. */
    int draw(Dice dice, int from, int to) {
        double low = from == 0 ? 0 : cumulative[from - 1];
        double wanted = low + dice.unit() * (cumulative[to] - low);
        int first = from;
        int last = to;
        while (first < last) {
            int middle = (first + last) >>> 1;
            if (cumulative[middle] > wanted) {
                last = middle;
            } else {
                first = middle + 1;
            }
        }
        return first;
    }
}
