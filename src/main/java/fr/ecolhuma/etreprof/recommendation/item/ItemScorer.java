package fr.ecolhuma.etreprof.recommendation.item;

/** What one used item says about every item: a row of an items by items matrix. */
public interface ItemScorer {

    /**
     * Adds an item's row, times a factor, to the scores.
     *
     * @param item the item that was used
     * @param factor how much this use weighs, 1 for a plain use
     * @param scores one entry an item
     */
    void add(int item, double factor, double[] scores);
}
