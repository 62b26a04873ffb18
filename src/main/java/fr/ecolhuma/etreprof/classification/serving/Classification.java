package fr.ecolhuma.etreprof.classification.serving;

import fr.ecolhuma.etreprof.domain.Defi;
import fr.ecolhuma.etreprof.domain.Theme;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The theme and défi of a text, their confidence, and the evidence.
 *
 * @param language {@code fr}, {@code en} or {@code other}
 * @param theme the theme that is likely enough, or null
 * @param defi the likeliest défi of those likely enough, or null
 * @param themes the best three, surest first; empty when the text was not judged
 * @param defis all five, surest first
 * @param reason why there is no theme, or null when there is one
 * @param evidence the words that support the theme and the défis answered, weightiest first for each
 * @param truncated whether the text is longer than what was read
 */
public record Classification(
        String language,
        @Nullable Theme theme,
        @Nullable Defi defi,
        List<Likely<Theme>> themes,
        List<Likely<Defi>> defis,
        @Nullable Abstention reason,
        List<Evidence> evidence,
        boolean truncated) {

    /**
     * A label and its confidence.
     *
     * @param confidence the probability that it is right, 0 to 1
     */
    public record Likely<T>(T label, double confidence) {}

    public Classification {
        themes = List.copyOf(themes);
        defis = List.copyOf(defis);
        evidence = List.copyOf(evidence);
    }

    /** The same, of the start of a text that may have been cut before. */
    public Classification cut(boolean before) {
        return new Classification(language, theme, defi, themes, defis, reason, evidence, truncated || before);
    }

    /** Whether no theme is answered. */
    public boolean abstained() {
        return theme == null;
    }

    /** The confidence of the likeliest theme; 0 when the text was not judged. */
    public double confidence() {
        return themes.isEmpty() ? 0 : themes.get(0).confidence();
    }
}
