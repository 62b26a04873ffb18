package fr.ecolhuma.etreprof.segmentation.explain;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Whether the number of segments in use should stay, by the figures of all numbers tried.
 *
 * <p>It stays when its segments come back on other draws of the users (a stability of at least 0.8) and no other number
 * is better by all four measures at once. Inertia has no vote, since it always falls.
 *
 * @param k the number in use
 * @param keep whether it should stay
 * @param best the best number by each measure
 * @param sentences why, in English
 */
public record SegmentCountVerdict(int k, boolean keep, Map<String, Integer> best, List<String> sentences) {

    /** A measure, turned so that more is better. */
    private record Measure(String name, String label, ToDoubleFunction<SegmentCount> value, int sign) {

        double goodness(SegmentCount one) {
            return sign * value.applyAsDouble(one);
        }
    }

    private static final double STABLE = 0.8;

    private static final List<Measure> MEASURES = List.of(
            new Measure("silhouette", "silhouette (more is better)", SegmentCount::silhouette, 1),
            new Measure("davies_bouldin", "Davies-Bouldin (less is better)", SegmentCount::daviesBouldin, -1),
            new Measure("calinski_harabasz", "Calinski-Harabasz (more is better)", SegmentCount::calinskiHarabasz, 1),
            new Measure("stability", "stability (more is better)", SegmentCount::stability, 1));

    public SegmentCountVerdict {
        best = Collections.unmodifiableMap(new LinkedHashMap<>(best));
        sentences = List.copyOf(sentences);
    }

    static SegmentCountVerdict of(int k, List<SegmentCount> tried) {
        return tried.stream()
                .filter(one -> one.k() == k)
                .findFirst()
                .map(chosen -> of(chosen, tried))
                .orElseGet(() -> new SegmentCountVerdict(
                        k,
                        false,
                        Map.of(),
                        List.of(String.format(
                                Locale.ROOT,
                                "k = %1$d cannot be judged: fewer than %1$d users differ from each other.",
                                k))));
    }

    private static SegmentCountVerdict of(SegmentCount chosen, List<SegmentCount> tried) {
        Map<String, Integer> best = new LinkedHashMap<>();
        List<String> sentences = new ArrayList<>(inertia(chosen, tried));
        for (Measure measure : MEASURES) {
            List<SegmentCount> ranked = ranked(measure, tried);
            best.put(measure.name(), ranked.getFirst().k());
            sentences.add(standing(measure, chosen, ranked));
        }
        List<Integer> better = better(chosen, tried);
        boolean stable = chosen.stability() >= STABLE;
        sentences.add(conclusion(chosen, stable, better));
        return new SegmentCountVerdict(chosen.k(), stable && better.isEmpty(), best, sentences);
    }

    /** The best first; among equals the smaller number. */
    private static List<SegmentCount> ranked(Measure measure, List<SegmentCount> tried) {
        return tried.stream()
                .sorted((a, b) -> Double.compare(measure.goodness(b), measure.goodness(a)))
                .toList();
    }

    private static List<String> inertia(SegmentCount chosen, List<SegmentCount> tried) {
        int place = tried.indexOf(chosen);
        if (place == 0 || place == tried.size() - 1) {
            return List.of();
        }
        return List.of(String.format(
                Locale.ROOT,
                "The step from %d to %d segments takes away %.0f %% of the inertia, the step to %d another %.0f %%.",
                tried.get(place - 1).k(),
                chosen.k(),
                fall(tried.get(place - 1), chosen),
                tried.get(place + 1).k(),
                fall(chosen, tried.get(place + 1))));
    }

    private static double fall(SegmentCount from, SegmentCount to) {
        return from.inertia() == 0 ? 0 : 100 * (from.inertia() - to.inertia()) / from.inertia();
    }

    private static String standing(Measure measure, SegmentCount chosen, List<SegmentCount> ranked) {
        SegmentCount first = ranked.getFirst();
        double value = measure.value().applyAsDouble(chosen);
        int place = 1 + ranked.indexOf(chosen);
        if (place == 1) {
            return String.format(
                    Locale.ROOT, "By %s %d segments are the best, with %.3f.", measure.label(), chosen.k(), value);
        }
        return String.format(
                Locale.ROOT,
                "By %s %d segments have %.3f and come %d of %d; the best are %d with %.3f.",
                measure.label(),
                chosen.k(),
                value,
                place,
                ranked.size(),
                first.k(),
                measure.value().applyAsDouble(first));
    }

    private static List<Integer> better(SegmentCount chosen, List<SegmentCount> tried) {
        return tried.stream()
                .filter(other ->
                        MEASURES.stream().allMatch(measure -> measure.goodness(other) > measure.goodness(chosen)))
                .map(SegmentCount::k)
                .toList();
    }

    private static String conclusion(SegmentCount chosen, boolean stable, List<Integer> better) {
        if (stable && better.isEmpty()) {
            return String.format(
                    Locale.ROOT,
                    "k = %d stays: its segments come back on other draws of the users (%.2f, at least %.1f is required) and no other number is better by all four measures.",
                    chosen.k(),
                    chosen.stability(),
                    STABLE);
        }
        String unstable = stable
                ? ""
                : String.format(
                        Locale.ROOT,
                        " its segments do not come back well enough on other draws of the users (%.2f, at least %.1f is required);",
                        chosen.stability(),
                        STABLE);
        String beaten = better.isEmpty()
                ? ""
                : String.format(Locale.ROOT, " better by all four measures at once: k in %s;", better);
        return String.format(
                Locale.ROOT,
                "k = %d should be reconsidered:%s%s other segments need other names and texts, which the figures do not weigh.",
                chosen.k(),
                unstable,
                beaten);
    }
}
