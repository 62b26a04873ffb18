package fr.ecolhuma.etreprof.features.engine;

import fr.ecolhuma.etreprof.domain.ShippedFile;

/**
 * The shipped SQL texts: those that every engine counts by in {@code counting}, those of the tables that it has filled in
 * {@code joining}, and a folder for each engine of what is its own: reading, types and hashes.
 */
public final class Sql {

    private Sql() {}

    /** The text of {@code sql/<name>.sql}. */
    public static String text(String name) {
        return ShippedFile.text(Sql.class, "sql/" + name + ".sql");
    }

    /** The version of the rules by which cells get their types, in each engine's own way. */
    static String typing() {
        return ShippedFile.text(Sql.class, "sql/typing.txt");
    }

    /** A query whose instants, such as {@code as_of_us}, are written out: parameters differ between engines. */
    public static String text(String name, String instant, long micros) {
        return text(name).replace("{" + instant + "}", String.valueOf(micros));
    }
}
