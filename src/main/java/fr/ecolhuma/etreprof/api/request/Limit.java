package fr.ecolhuma.etreprof.api.request;

/** How many contents a caller wants at most. */
public final class Limit {

    /** What holds when nothing is asked for. */
    public static final String DEFAULT = "5";

    private static final int MOST = 50;

    private Limit() {}

    /**
     * The limit, 1 to 50.
     *
     * @throws ApiException 400 if the text is no whole number or out of range
     */
    public static int of(String text) {
        return WholeNumber.within("limit", text, 1, MOST)
                .orElseThrow(() ->
                        ApiException.badRequest("limit: found %s, expected 1 to %d".formatted(Shown.of(text), MOST)));
    }
}
