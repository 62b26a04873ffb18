package fr.ecolhuma.etreprof.api.docs;

import fr.ecolhuma.etreprof.api.request.ApiException;
import fr.ecolhuma.etreprof.api.request.ProblemKind;
import fr.ecolhuma.etreprof.api.request.Shown;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The language of the page: the one that its switch asks for, or else the browser's, or else English. */
enum PageLanguage {
    EN(Locale.ENGLISH),
    FR(Locale.FRENCH);

    /** A browser's header is shorter. */
    private static final int LONGEST = 256;

    private final Locale locale;

    PageLanguage(Locale locale) {
        this.locale = locale;
    }

    /**
     * The language to answer in.
     *
     * @param chosen {@code en} or {@code fr}, or null to look at what is accepted
     * @param accepted the header {@code Accept-Language}, or null
     * @throws ApiException 400 for another choice
     */
    static PageLanguage of(@Nullable String chosen, @Nullable String accepted) {
        return chosen == null ? accepted(accepted) : chosen(chosen);
    }

    private static PageLanguage chosen(String tag) {
        return switch (tag) {
            case "en" -> EN;
            case "fr" -> FR;
            default ->
                throw ApiException.of(
                        ProblemKind.UNKNOWN_VALUE, "lang: found '%s', expected en or fr".formatted(Shown.of(tag)));
        };
    }

    private static PageLanguage accepted(@Nullable String header) {
        if (header == null || header.length() > LONGEST) {
            return EN;
        }
        try {
            Locale best = Locale.lookup(Locale.LanguageRange.parse(header), List.of(Locale.ENGLISH, Locale.FRENCH));
            return Locale.FRENCH.equals(best) ? FR : EN;
        } catch (IllegalArgumentException e) {
            return EN;
        }
    }

    /** Its tag, such as {@code fr}. */
    String tag() {
        return locale.toLanguageTag();
    }
}
