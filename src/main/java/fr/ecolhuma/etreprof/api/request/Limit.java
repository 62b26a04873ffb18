package fr.ecolhuma.etreprof.api.request;

/** The largest number of contents that a caller wants. */
public final class Limit {

    /** The limit of a request that names none. */
    public static final String DEFAULT = "5";

    private static final int MOST = 50;

    private Limit() {}

    /**
     * The limit, 1 to 50.
     *
     * @throws ApiException 400 if the text is not a whole number or is out of range
     */
    public static int of(String text) {
        return WholeNumber.within("limit", text, 1, MOST)
                .orElseThrow(() -> ApiException.of(
                                ProblemKind.OUT_OF_RANGE,
                                "limit: found %s, expected 1 to %d".formatted(Shown.of(text), MOST))
                        .value("parameter", "limit")
                        .value("found", Shown.of(text))
                        .value("lowest", 1)
                        .value("highest", MOST));
    }
}
