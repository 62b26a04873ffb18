package fr.ecolhuma.etreprof.recommendation.item;

/** The likeness of items, by any data about them; several threads may use it at once. */
public interface ItemSimilarity {

    /**
     * Fills the likeness of every item to one item.
     *
     * @param similarities one entry per item; 0 and less count as not alike
     */
    void fill(int item, double[] similarities);
}
