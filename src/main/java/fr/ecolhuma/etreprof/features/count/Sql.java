package fr.ecolhuma.etreprof.features.count;

import fr.ecolhuma.etreprof.domain.ShippedFile;

/** The shipped SQL texts. */
final class Sql {

    private Sql() {}

    /** The statements of {@code sql/<name>.sql}. */
    static String text(String name) {
        return ShippedFile.text(Sql.class, "sql/" + name + ".sql");
    }
}
