package fr.ecolhuma.etreprof.api.request;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** The language that a caller prefers, of the two there are; English for who names none. */
public enum AnswerLanguage {
    ENGLISH(Locale.ENGLISH),
    FRENCH(Locale.FRENCH);

    /** A browser's header is shorter; to take a longer one apart costs more than it is worth. */
    private static final int LONGEST = 256;

    private static final List<Locale> ALL = List.of(Locale.ENGLISH, Locale.FRENCH);

    private final Locale locale;

    AnswerLanguage(Locale locale) {
        this.locale = locale;
    }

    /** The language of the answer to a request. */
    public static AnswerLanguage of(HttpServletRequest request) {
        return accepted(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    }

    /** The language that the header {@code Accept-Language} asks for; null for none. */
    public static AnswerLanguage accepted(@Nullable String header) {
        return header != null && Locale.FRENCH.equals(preferred(header)) ? FRENCH : ENGLISH;
    }

    private static @Nullable Locale preferred(String header) {
        try {
            return header.length() > LONGEST ? null : Locale.lookup(Locale.LanguageRange.parse(header), ALL);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** Its tag, for {@code Content-Language} and {@code lang}. */
    public String tag() {
        return locale.toLanguageTag();
    }
}
