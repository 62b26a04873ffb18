package fr.ecolhuma.etreprof.api.request;

import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Whole numbers in requests: decimal digits, with or without a sign, and nothing else. */
public final class WholeNumber {

    private static final Pattern FORM = Pattern.compile("[+-]?[0-9]+");

    private WholeNumber() {}

    /**
     * The number; empty when 64 bits cannot hold it.
     *
     * @param name of the parameter, for the message
     * @throws ApiException 400 if the text is not a whole number
     */
    public static OptionalLong parse(String name, String text) {
        if (!FORM.matcher(text).matches()) {
            throw ApiException.of(
                            ProblemKind.NOT_AN_INTEGER,
                            "%s: found '%s', expected an integer".formatted(name, Shown.of(text)))
                    .value("parameter", name)
                    .value("found", Shown.of(text));
        }
        try {
            return OptionalLong.of(Long.parseLong(text));
        } catch (NumberFormatException tooLarge) {
            return OptionalLong.empty();
        }
    }

    /**
     * The id of a user of the path, which need not exist.
     *
     * @throws ApiException 400 if the text is not a whole number, 404 if no user can have it
     */
    public static long userId(String text) {
        return parse("user_id", text)
                .orElseThrow(() -> ApiException.of(
                                ProblemKind.UNKNOWN_USER,
                                "user_id: found %s, expected at most 64 bits; no user has it".formatted(Shown.of(text)))
                        .value("found", Shown.of(text)));
    }

    /**
     * The number; empty when it is below the lowest or above the highest.
     *
     * @param name of the parameter, for the message
     * @throws ApiException 400 if the text is not a whole number
     */
    public static OptionalInt within(String name, String text, int lowest, int highest) {
        OptionalLong number = parse(name, text);
        boolean within = number.isPresent() && number.getAsLong() >= lowest && number.getAsLong() <= highest;
        return within ? OptionalInt.of((int) number.getAsLong()) : OptionalInt.empty();
    }
}
