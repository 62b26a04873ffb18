package fr.ecolhuma.etreprof.classification.linear;

import java.util.List;

/**
 * A text to learn from.
 *
 * @param id names it in messages
 * @param text markdown
 * @param labels its labels: one for single-label learning, any number otherwise
 * @param weight the cost of an error on it; 1 is usual
 */
public record LabelledText(String id, String text, List<String> labels, double weight) {

    public LabelledText {
        labels = List.copyOf(labels);
    }
}
