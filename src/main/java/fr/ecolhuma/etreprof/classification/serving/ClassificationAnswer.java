package fr.ecolhuma.etreprof.classification.serving;

import fr.ecolhuma.etreprof.domain.Defi;
import fr.ecolhuma.etreprof.domain.Taxonomy;
import fr.ecolhuma.etreprof.domain.Theme;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A classification as callers get it: the JSON has its members in snake case.
 *
 * @param theme the English label, or null when abstained
 * @param defi the code, or null when none is likely enough
 * @param confidence of the likeliest theme, 0 to 1, four decimals like all numbers here
 * @param language {@code fr}, {@code en} or {@code other}
 * @param abstained whether there is no theme
 * @param reason why there is none, or null
 * @param bestGuess the likeliest theme where it is not likely enough to be answered, or null
 * @param topicPrincipal the theme; when abstained the outlier label, of confidence 0
 * @param themes the best three
 * @param defis all five
 * @param evidence its places are in UTF-16 units of the text; for a document, of the text extracted from it
 * @param truncated whether only the start of the text was read
 */
public record ClassificationAnswer(
        @Nullable String theme,
        @Nullable String defi,
        double confidence,
        String language,
        boolean abstained,
        @Nullable String reason,
        @Nullable LikelyTheme bestGuess,
        Topic topicPrincipal,
        List<LikelyTheme> themes,
        List<LikelyDefi> defis,
        List<Evidence> evidence,
        boolean truncated) {

    /**
     * The one theme.
     *
     * @param confidence in percent, one decimal
     */
    public record Topic(int id, String label, double confidence) {}

    /** A candidate theme. */
    public record LikelyTheme(int id, String code, String label, String labelFr, double confidence) {

        static LikelyTheme of(Classification.Likely<Theme> likely) {
            Theme theme = likely.label();
            return new LikelyTheme(
                    theme.id(), theme.code(), theme.label(), theme.labelFr(), rounded(likely.confidence()));
        }
    }

    /** A candidate défi. */
    public record LikelyDefi(String code, String label, String labelFr, double confidence) {

        static LikelyDefi of(Classification.Likely<Defi> likely) {
            Defi defi = likely.label();
            return new LikelyDefi(defi.code(), defi.label(), defi.labelFr(), rounded(likely.confidence()));
        }
    }

    private static final double FOUR_DECIMALS = 10_000;
    private static final double PERCENT_DECIMAL = 10;

    public ClassificationAnswer {
        themes = List.copyOf(themes);
        defis = List.copyOf(defis);
        evidence = List.copyOf(evidence);
    }

    /** Writes a classification as an answer. */
    public static ClassificationAnswer of(Classification one, Taxonomy taxonomy) {
        Theme theme = one.theme();
        Defi defi = one.defi();
        List<LikelyTheme> themes = one.themes().stream().map(LikelyTheme::of).toList();
        Theme topic = theme == null ? taxonomy.outlier() : theme;
        return new ClassificationAnswer(
                theme == null ? null : theme.label(),
                defi == null ? null : defi.code(),
                rounded(one.confidence()),
                one.language(),
                one.abstained(),
                one.reason() == null ? null : one.reason().code(),
                theme == null && !themes.isEmpty() ? themes.getFirst() : null,
                new Topic(topic.id(), topic.label(), theme == null ? 0 : percentage(one.confidence())),
                themes,
                one.defis().stream().map(LikelyDefi::of).toList(),
                one.evidence().stream().map(ClassificationAnswer::rounded).toList(),
                one.truncated());
    }

    private static double rounded(double share) {
        return Math.round(share * FOUR_DECIMALS) / FOUR_DECIMALS;
    }

    private static Evidence rounded(Evidence found) {
        return new Evidence(
                found.term(),
                found.kind(),
                found.label(),
                found.where(),
                rounded(found.weight()),
                found.start(),
                found.end());
    }

    private static double percentage(double share) {
        return Math.round(rounded(share) * 100 * PERCENT_DECIMAL) / PERCENT_DECIMAL;
    }
}
