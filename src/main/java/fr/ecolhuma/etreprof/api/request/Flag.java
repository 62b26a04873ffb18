package fr.ecolhuma.etreprof.api.request;

import org.jspecify.annotations.Nullable;

/** A parameter that is true or false, read strictly: a dry run must not be taken for a real run, which publishes. */
public final class Flag {

    private Flag() {}

    /**
     * Its value; false when it is missing.
     *
     * @throws ApiException 400 if it is neither
     */
    public static boolean of(String name, @Nullable String text) {
        if (text == null || text.equals("false")) {
            return false;
        }
        if (text.equals("true")) {
            return true;
        }
        throw ApiException.of(
                        ProblemKind.UNKNOWN_VALUE,
                        "%s: found '%s', expected true or false".formatted(name, Shown.of(text)))
                .value("parameter", name)
                .value("found", Shown.of(text))
                .value("expected", "true, false");
    }
}
