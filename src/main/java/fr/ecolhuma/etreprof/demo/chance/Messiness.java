package fr.ecolhuma.etreprof.demo.chance;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The damage that real exports show: the damaged rows and their damage. */
public final class Messiness {

    public static final List<String> UNREADABLE_INSTANTS =
            List.of("0000-00-00 00:00:00", "2021-13-05 09:12:00", "hier", "");

    /** Texts found where a postal code belongs. */
    public static final List<String> UNREADABLE_CODES =
            List.of("inconnu", "BE-1000", "-", "n/a", "H2X 1Y4", "Paris 11e");

    /** Texts found where a list of levels belongs: they hold no level. */
    public static final List<String> ODD_LEVELS = List.of("CLIS", "Cycle 3", "6ème", "Autre", "Remplaçante");

    public static final String UNREADABLE_JSON = "[\"CP\", \"CE1";

    private static final int TITLES = 140;
    private static final int MARKDOWNS = 60;

    private Messiness() {}

    /** One title in 140 has quotes and a comma of its own. */
    public static String title(String title, int row) {
        return row % TITLES == 9 ? title + ", \"coup de cœur\" de la rédaction" : title;
    }

    /** One text in 60 is missing. */
    public static @Nullable String markdown(String markdown, int row) {
        return row % MARKDOWNS == 26 ? null : markdown;
    }
}
