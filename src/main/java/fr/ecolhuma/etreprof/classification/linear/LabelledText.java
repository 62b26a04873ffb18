package fr.ecolhuma.etreprof.classification.linear;

import java.util.List;

/**
 * A text to learn from.
 *
 * @param id names it in messages
 * @param text markdown
 * @param labels what it carries: one for single-label learning, any number otherwise
 * @param weight how much an error on it costs, 1 being usual
 */
public record LabelledText(String id, String text, List<String> labels, double weight) {

    public LabelledText {
        labels = List.copyOf(labels);
    }
}
