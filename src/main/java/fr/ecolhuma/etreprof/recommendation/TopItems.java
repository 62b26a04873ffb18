package fr.ecolhuma.etreprof.recommendation;

/** Picks the best of many scores with a heap that holds no more than are asked for. */
public final class TopItems {

    private final double[] scores;
    private final int[] heap;
    private int size;

    private TopItems(double[] scores, int most) {
        this.scores = scores;
        this.heap = new int[Math.min(most, scores.length)];
    }

    /**
     * The items with the highest scores, best first; of equal ones the lower item first.
     *
     * @param scores one entry an item; negative infinity keeps an item out
     * @param most how many at most, at least 0
     */
    public static int[] best(double[] scores, int most) {
        TopItems top = new TopItems(scores, most);
        for (int item = 0; item < scores.length && top.heap.length > 0; item++) {
            top.offer(item);
        }
        return top.drained();
    }

    /** The place from 0 that an item has among all in the order of {@link #best}. */
    static int rankOf(int item, double[] scores) {
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
    private void offer(int item) {
        if (size == heap.length) {
            if (scores[item] > scores[heap[0]]) {
                heap[0] = item;
                sink();
            }
        } else if (scores[item] > Double.NEGATIVE_INFINITY) {
            heap[size++] = item;
            rise();
        }
    }

    /** The root is the worst of those held. */
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
