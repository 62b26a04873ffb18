package fr.ecolhuma.etreprof.recommendation.usage;

import java.util.function.IntPredicate;

/**
 * Picks the best of many scores with a heap that holds only the requested number. For very many scores, a sample first
 * excludes scores that can hardly be among the best, so that they do not displace each other in the heap.
 */
public final class TopItems {

    /** The distance between sampled scores. */
    private static final int STEP = 16;

    /** The least ratio of scores to requested items at which a sample saves time. */
    private static final int MANY = 8;

    private final double[] scores;
    private final int[] heap;
    private int size;

    private TopItems(double[] scores, int most) {
        this.scores = scores;
        this.heap = new int[Math.min(most, scores.length)];
    }

    /**
     * The items with the highest scores, best first; among equals the lower item first.
     *
     * @param scores one entry per item; negative infinity keeps an item out
     * @param most the largest number of items, at least 0
     */
    public static int[] best(double[] scores, int most) {
        double bound = scores.length / MANY > most ? bound(scores, most) : Double.NEGATIVE_INFINITY;
        TopItems top = among(scores, most, bound, item -> true);
        boolean missed = bound > Double.NEGATIVE_INFINITY && top.size < most;
        return missed ? best(scores, most, item -> true) : top.drained();
    }

    /**
     * The same among eligible items only.
     *
     * @param eligible called only for items that are better than the worst kept so far
     */
    public static int[] best(double[] scores, int most, IntPredicate eligible) {
        return among(scores, most, Double.NEGATIVE_INFINITY, eligible).drained();
    }

    private static TopItems among(double[] scores, int most, double bound, IntPredicate eligible) {
        TopItems top = new TopItems(scores, most);
        for (int item = 0; item < scores.length && top.heap.length > 0; item++) {
            if (scores[item] >= bound && top.wants(item) && eligible.test(item)) {
                top.put(item);
            }
        }
        return top;
    }

    /** A score that about twice the requested number of items reach, by a sample. */
    private static double bound(double[] scores, int most) {
        double[] sample = new double[scores.length / STEP];
        for (int i = 0; i < sample.length; i++) {
            sample[i] = scores[i * STEP];
        }
        TopItems best = among(sample, 2 * most / STEP + 1, Double.NEGATIVE_INFINITY, item -> true);
        return best.size < best.heap.length || best.size == 0 ? Double.NEGATIVE_INFINITY : sample[best.heap[0]];
    }

    /** The place of an item, from 0, among all in the order of {@link #best}. */
    public static int rankOf(int item, double[] scores) {
        double score = scores[item];
        int rank = 0;
        for (int other = 0; other < item; other++) {
            rank += scores[other] >= score ? 1 : 0;
        }
        for (int other = item + 1; other < scores.length; other++) {
            rank += scores[other] > score ? 1 : 0;
        }
        return rank;
    }

    /** Items come in ascending order, so an equal score never displaces. */
    private boolean wants(int item) {
        return scores[item] > (size == heap.length ? scores[heap[0]] : Double.NEGATIVE_INFINITY);
    }

    private void put(int item) {
        if (size == heap.length) {
            heap[0] = item;
            sink();
        } else {
            heap[size++] = item;
            rise();
        }
    }

    /** The root is the worst of the kept items. */
    private void sink() {
        int moved = heap[0];
        int place = 0;
        for (int child = 1; child < size; child = 2 * place + 1) {
            if (child + 1 < size && isWorse(heap[child + 1], heap[child])) {
                child++;
            }
            if (!isWorse(heap[child], moved)) {
                break;
            }
            heap[place] = heap[child];
            place = child;
        }
        heap[place] = moved;
    }

    private void rise() {
        int place = size - 1;
        int moved = heap[place];
        while (place > 0 && isWorse(moved, heap[(place - 1) / 2])) {
            heap[place] = heap[(place - 1) / 2];
            place = (place - 1) / 2;
        }
        heap[place] = moved;
    }

    private boolean isWorse(int one, int other) {
        return scores[one] < scores[other] || (scores[one] == scores[other] && one > other);
    }

    private int[] drained() {
        int[] best = new int[size];
        while (size > 0) {
            best[size - 1] = heap[0];
            heap[0] = heap[--size];
            if (size > 0) {
                sink();
            }
        }
        return best;
    }
}
