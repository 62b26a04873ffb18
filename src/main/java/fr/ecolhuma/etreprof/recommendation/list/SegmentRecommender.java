package fr.ecolhuma.etreprof.recommendation.list;

import fr.ecolhuma.etreprof.domain.CatalogueItem;
import fr.ecolhuma.etreprof.recommendation.reason.DefiLabels;
import fr.ecolhuma.etreprof.recommendation.reason.SegmentEntryReason;
import fr.ecolhuma.etreprof.recommendation.usage.SegmentUsage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Ranks the catalogue for one segment once, and makes many lists of it. */
public final class SegmentRecommender {

    private final List<CatalogueItem> catalogue;
    private final SegmentEntryReason reasons;
    private final double[] scores;
    private final int[] ranking;

    /**
     * Ranks by score; among equals the newer content first, then by key.
     *
     * @param scores one per content, of any scale, such as {@link SegmentScores}; the caller must not use them
     *     afterwards
     * @param usage the figures behind the reasons
     */
    public SegmentRecommender(List<CatalogueItem> catalogue, double[] scores, SegmentUsage usage, DefiLabels labels) {
        this.catalogue = List.copyOf(catalogue);
        this.scores = scaled(scores);
        this.reasons = new SegmentEntryReason(usage, labels);
        this.ranking = IntStream.range(0, catalogue.size())
                .filter(content -> catalogue.get(content).published())
                .boxed()
                .sorted(order())
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** The scores, scaled to 0 for the lowest of the published contents and 1 for the highest. */
    private double[] scaled(double[] scores) {
        DoubleSummaryStatistics published = IntStream.range(0, scores.length)
                .filter(content -> catalogue.get(content).published())
                .mapToDouble(content -> scores[content])
                .summaryStatistics();
        double range = published.getMax() - published.getMin();
        return Arrays.stream(scores)
                .map(score -> range > 0 ? (score - published.getMin()) / range : 0)
                .toArray();
    }

    private Comparator<Integer> order() {
        return Comparator.comparingDouble((Integer content) -> -scores[content])
                .thenComparing(
                        content -> catalogue.get(content).publishedOn(),
                        Comparator.nullsLast(Comparator.reverseOrder()))
                .thenComparing(content -> catalogue.get(content).key());
    }

    /**
     * The best contents that pass the filter, at least one of them a défi whenever one passes.
     *
     * @param limit at most this many, at least 1
     * @param excluded content rows to leave out
     */
    public List<Recommendation> recommend(ContentFilter filter, int limit, IntPredicate excluded) {
        List<Integer> best = new ArrayList<>();
        boolean priority = false;
        for (int content : ranking) {
            CatalogueItem item = catalogue.get(content);
            if (excluded.test(content) || !filter.accepts(item)) {
                continue;
            }
            if (best.size() == limit) {
                if (item.isPriority()) {
                    best.set(limit - 1, content);
                    break;
                }
                continue;
            }
            best.add(content);
            priority |= item.isPriority();
            if (best.size() == limit && priority) {
                break;
            }
        }
        return best.stream().map(this::recommendation).toList();
    }

    private Recommendation recommendation(int content) {
        CatalogueItem item = catalogue.get(content);
        return new Recommendation(item, scores[content], Source.SEGMENT_LIST, reasons.of(item, content));
    }
}
