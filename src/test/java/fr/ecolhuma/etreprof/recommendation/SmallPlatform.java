package fr.ecolhuma.etreprof.recommendation;

import fr.ecolhuma.etreprof.domain.CatalogueItem;
import fr.ecolhuma.etreprof.domain.ContentKey;
import fr.ecolhuma.etreprof.domain.TaughtLevels;
import fr.ecolhuma.etreprof.recommendation.item.ItemWeights;
import fr.ecolhuma.etreprof.recommendation.item.SimilarContents;
import fr.ecolhuma.etreprof.recommendation.judging.RecommenderCard;
import fr.ecolhuma.etreprof.recommendation.list.ContentFilter;
import fr.ecolhuma.etreprof.recommendation.list.LearntRecommender;
import fr.ecolhuma.etreprof.recommendation.list.PersonalRecommender;
import fr.ecolhuma.etreprof.recommendation.list.PersonalRequest;
import fr.ecolhuma.etreprof.recommendation.list.ServingWeights;
import fr.ecolhuma.etreprof.recommendation.usage.Audience;
import fr.ecolhuma.etreprof.recommendation.usage.LevelUsage;
import fr.ecolhuma.etreprof.recommendation.usage.SegmentUsage;
import fr.ecolhuma.etreprof.recommendation.usage.UsagePairs;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Catalogues, usage and learnt weights made by hand. */
public final class SmallPlatform {

    public static final LocalDate NEWEST = LocalDate.of(2025, 7, 1);

    private SmallPlatform() {}

    /** A published article of a theme, without défi, for all levels, as old as others. */
    public static CatalogueItem article(int id, int theme) {
        return item("article", id, theme, List.of(), List.of(), true);
    }

    public static CatalogueItem item(
            String type, int id, int theme, List<String> defis, List<String> levels, boolean published) {
        return new CatalogueItem(new ContentKey(type, id), "Titre " + id, theme, defis, levels, published, NEWEST);
    }

    /** The use in a segment of half of 100 users: a content's score, and as many users as it has tenths. */
    public static SegmentUsage usage(double... scores) {
        List<SegmentUsage.Entry> entries = new ArrayList<>();
        for (double score : scores) {
            int users = (int) Math.rint(10 * score);
            entries.add(new SegmentUsage.Entry(users, 2 * users, score));
        }
        return new SegmentUsage(50, 100, entries);
    }

    /** Weights that are 0 but for those given by {@code {from, to}}. */
    public static LearntRecommender learnt(
            int contents, Map<List<Integer>, Float> weights, Map<List<Integer>, Float> alike, ServingWeights serving) {
        ItemWeights learnt = ItemWeights.of(contents, 100, from -> {
            float[] row = new float[contents];
            weights.forEach((pair, weight) -> row[pair.get(1)] = pair.get(0) == from ? weight : row[pair.get(1)]);
            return row;
        });
        return new LearntRecommender(learnt, similar(contents, alike), serving, RecommenderCard.NONE);
    }

    private static SimilarContents similar(int contents, Map<List<Integer>, Float> alike) {
        return SimilarContents.of(contents, new SimilarContents.Rows() {
            @Override
            public int[] neighbours(int content) {
                return IntStream.range(0, contents)
                        .filter(other -> alike.containsKey(List.of(content, other)))
                        .boxed()
                        .sorted((a, b) -> Float.compare(
                                alike.getOrDefault(List.of(content, b), 0f),
                                alike.getOrDefault(List.of(content, a), 0f)))
                        .mapToInt(Integer::intValue)
                        .toArray();
            }

            @Override
            public float[] similarities(int content) {
                int[] row = neighbours(content);
                float[] values = new float[row.length];
                for (int i = 0; i < row.length; i++) {
                    values[i] = alike.getOrDefault(List.of(content, row[i]), 0f);
                }
                return values;
            }
        });
    }

    /** Too few users at any stage to go by. */
    public static LevelUsage noLevels(List<SegmentUsage> usage) {
        return LevelUsage.of(new UsagePairs(false).matrix(0, 0), audience(usage.size()), 0);
    }

    private static Audience audience(int segments) {
        return new Audience() {
            @Override
            public int segments() {
                return segments;
            }

            @Override
            public int segment(int user) {
                throw new IllegalStateException("there are no users");
            }

            @Override
            public TaughtLevels levels(int user) {
                throw new IllegalStateException("there are no users");
            }
        };
    }

    public static PersonalRecommender recommender(
            List<CatalogueItem> catalogue, List<SegmentUsage> usage, LearntRecommender learnt) {
        return new PersonalRecommender(catalogue, usage, noLevels(usage), code -> "Santé mentale", learnt);
    }

    public static PersonalRequest request(List<Integer> history, int segment, TaughtLevels levels, int limit) {
        return new PersonalRequest(history, segment, levels, ContentFilter.ANY, Set.of(), false, limit);
    }
}
