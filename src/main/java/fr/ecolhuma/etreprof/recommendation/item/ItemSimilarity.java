package fr.ecolhuma.etreprof.recommendation.item;

/** How alike items are, by whatever is known of them; asked from several threads at once. */
public interface ItemSimilarity {

    /**
     * Fills how alike every item is to one.
     *
     * @param similarities one entry an item; what is not above 0 counts as not alike
     */
    void fill(int item, double[] similarities);
}
