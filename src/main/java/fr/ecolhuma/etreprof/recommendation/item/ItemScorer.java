package fr.ecolhuma.etreprof.recommendation.item;

/** The scores that one used item adds to every item: a row of an items by items matrix. */
public interface ItemScorer {

    /**
     * Adds an item's row, times a factor, to the scores.
     *
     * @param item the item that was used
     * @param factor the weight of this use, 1 for a plain use
     * @param scores one entry per item
     */
    void add(int item, double factor, double[] scores);
}
