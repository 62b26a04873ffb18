package fr.ecolhuma.etreprof.api.edge.form;

import java.text.Normalizer;

/** The headers of a file for spreadsheets. */
public final class SheetFile {

    /** Its media type. */
    public static final String TYPE = "text/csv;charset=UTF-8";

    private static final int LONGEST = 60;

    private SheetFile() {}

    /** The header {@code Content-Disposition}, for a name of ASCII letters, digits, points, dashes and underscores. */
    public static String disposition(String name) {
        return "attachment; filename=\"" + name + '"';
    }

    /** A text as a part of a file's name. */
    public static String ascii(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^A-Za-z0-9_-]+", "-");
        return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST);
    }
}
