package fr.ecolhuma.etreprof.api.request;

/** Shortens a caller's text for a message. */
public final class Shown {

    private static final int LENGTH = 60;

    private Shown() {}

    /** The text, or its beginning. */
    public static String of(String text) {
        return text.length() <= LENGTH ? text : text.substring(0, LENGTH) + "…";
    }
}
