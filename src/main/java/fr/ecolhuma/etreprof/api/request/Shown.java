package fr.ecolhuma.etreprof.api.request;

/** What a caller sent, short enough for a message. */
public final class Shown {

    private static final int LENGTH = 60;

    private Shown() {}

    /** The text, or its beginning. */
    public static String of(String text) {
        return text.length() <= LENGTH ? text : text.substring(0, LENGTH) + "…";
    }
}
