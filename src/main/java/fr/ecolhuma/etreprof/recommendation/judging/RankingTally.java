package fr.ecolhuma.etreprof.recommendation.judging;

import fr.ecolhuma.etreprof.recommendation.usage.ItemUsers;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Gathers lists from several threads, each user's figures at a place of their own, and sums the figures in order. */
final class RankingTally {

    private final int[] ks;
    private final RankingMeasures measures;
    private final double[] surprise;
    private final int[][] bestRanks;
    private final double[][] recalls;
    private final double[][] cappedRecalls;
    private final double[][] ndcgs;
    private final double[][] novelties;

    RankingTally(int[] ks, int users, ItemUsers itemUsers, int allUsers) {
        this.ks = ks;
        this.measures = new RankingMeasures(deepest());
        int items = itemUsers.items();
        this.surprise = new double[items];
        Arrays.setAll(
                surprise,
                item -> -StrictMath.log((double) Math.max(1, itemUsers.count(item)) / allUsers) / StrictMath.log(2));
        this.bestRanks = new int[users][];
        this.recalls = new double[ks.length][users];
        this.cappedRecalls = new double[ks.length][users];
        this.ndcgs = new double[ks.length][users];
        this.novelties = new double[ks.length][users];
    }

    int deepest() {
        return Arrays.stream(ks).max().orElse(0);
    }

    void take(int place, int[] ranked, int[] positives) {
        boolean[] hits = RankingMeasures.hits(ranked, positives);
        for (int i = 0; i < ks.length; i++) {
            recalls[i][place] = measures.recall(hits, positives.length, ks[i]);
            cappedRecalls[i][place] = measures.cappedRecall(hits, positives.length, ks[i]);
            ndcgs[i][place] = measures.ndcg(hits, positives.length, ks[i]);
            for (int rank = 0; rank < Math.min(ks[i], ranked.length); rank++) {
                novelties[i][place] += surprise[ranked[rank]];
            }
        }
        bestRanks[place] = ranked;
    }

    RankingFigures figures() {
        int[] firstAt = new int[surprise.length];
        Arrays.fill(firstAt, Integer.MAX_VALUE);
        for (int[] list : bestRanks) {
            for (int rank = 0; rank < list.length; rank++) {
                firstAt[list[rank]] = Math.min(firstAt[list[rank]], rank);
            }
        }
        return new RankingFigures(
                IntStream.range(0, ks.length).mapToObj(i -> at(i, firstAt)).toList());
    }

    private RankingFigures.At at(int i, int[] firstAt) {
        int k = ks[i];
        long covered = Arrays.stream(firstAt).filter(rank -> rank < k).count();
        long entries = Arrays.stream(bestRanks)
                .mapToLong(list -> Math.min(k, list.length))
                .sum();
        return new RankingFigures.At(
                k,
                mean(recalls[i]),
                mean(cappedRecalls[i]),
                mean(ndcgs[i]),
                (double) covered / surprise.length,
                entries == 0 ? 0 : sum(novelties[i]) / entries);
    }

    private static double mean(double[] values) {
        return sum(values) / values.length;
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }
}
