package fr.ecolhuma.etreprof.classification.serving;

import fr.ecolhuma.etreprof.classification.linear.Head;
import fr.ecolhuma.etreprof.classification.linear.SparseVector;

/**
 * Finds whether a text is about school, whatever its theme: recipes, leases and match reports are not.
 *
 * @param head scores one label, the school
 * @param threshold the lowest score, in log-odds, of a text about school
 */
public record SchoolHead(Head head, double threshold) {

    /** The one label of the head. */
    public static final String LABEL = "school";

    /** With fewer known terms there is nothing to judge by. */
    private static final int FEWEST_TERMS = 5;

    boolean accepts(SparseVector text) {
        return head.knownTerms(text) < FEWEST_TERMS || head.model().scores(text)[0] >= threshold;
    }
}
