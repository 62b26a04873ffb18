package fr.ecolhuma.etreprof.api.edge.form;

/** The media types of answers that are sent piece by piece, as they arise. */
final class Streams {

    static final String EVENTS = "text/event-stream";

    private static final String LINES = "ndjson";

    private Streams() {}

    static boolean are(String type) {
        return type.startsWith(EVENTS) || type.contains(LINES);
    }
}
