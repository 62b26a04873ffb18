package fr.ecolhuma.etreprof.demo.catalogue;

import java.util.List;

/** Titles and levels of texts that a large catalogue shows more than once. */
final class Variants {

    private static final List<String> LEVELS =
            List.of("CE1", "6e", "GS", "CM2", "CP", "4e", "CE2", "2nde", "MS", "5e", "CM1", "3e");
    private static final List<String> FORMATS = List.of(
            " : retour d'expérience",
            ", en vingt minutes",
            " : la version courte",
            " : un an après",
            ", pas à pas",
            " : le point de vue d'une équipe",
            " : foire aux questions",
            ", pour bien démarrer",
            " : ce que nous avons changé",
            ", à partager en salle des maîtres",
            " : les erreurs à éviter",
            ", en classe multiniveau");

    private Variants() {}

    /** The title of the n-th repeat; the 0th is the text's own. */
    static String title(String title, int repeat) {
        if (repeat == 0) {
            return title;
        }
        int turn = (repeat - 1) / 2;
        String ending = isForOneLevel(repeat)
                ? " (version " + LEVELS.get(turn % LEVELS.size()) + ")"
                : FORMATS.get(turn % FORMATS.size());
        int edition = 1 + turn / LEVELS.size();
        return title + ending + (edition == 1 ? "" : ", édition " + edition);
    }

    /** The levels of the n-th repeat. */
    static List<String> levels(List<String> levels, int repeat) {
        return isForOneLevel(repeat) ? List.of(LEVELS.get((repeat - 1) / 2 % LEVELS.size())) : levels;
    }

    private static boolean isForOneLevel(int repeat) {
        return repeat % 2 == 1;
    }
}
