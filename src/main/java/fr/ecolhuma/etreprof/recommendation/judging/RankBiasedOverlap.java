package fr.ecolhuma.etreprof.recommendation.judging;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The likeness of two rankings, from 0 to 1; the top counts most (Webber, Moffat and Zobel 2010). It is the mean common
 * share of the first d places, where depth d has the weight {@code 0.9^(d-1)}.
 */
public final class RankBiasedOverlap {

    private static final double PERSISTENCE = 0.9;

    private RankBiasedOverlap() {}

    /** The overlap down to the end of the longer list, scaled so that equal lists, including two empty ones, have 1. */
    public static double of(List<?> one, List<?> other) {
        Set<Object> inOne = new HashSet<>();
        Set<Object> inOther = new HashSet<>();
        int common = 0;
        double weight = 1;
        double weights = 0;
        double sum = 0;
        for (int place = 0; place < Math.max(one.size(), other.size()); place++) {
            common += place < one.size() && inOne.add(one.get(place)) && inOther.contains(one.get(place)) ? 1 : 0;
            common += place < other.size() && inOther.add(other.get(place)) && inOne.contains(other.get(place)) ? 1 : 0;
            sum += weight * common / (place + 1);
            weights += weight;
            weight *= PERSISTENCE;
        }
        return weights == 0 ? 1 : sum / weights;
    }
}
