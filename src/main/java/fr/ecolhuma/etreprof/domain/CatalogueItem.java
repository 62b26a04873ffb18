package fr.ecolhuma.etreprof.domain;

import fr.ecolhuma.etreprof.domain.TaughtLevels.Stage;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A content as the recommender and its readers know it.
 *
 * @param key its type and id
 * @param title as teachers read it
 * @param theme the theme's id, -1 when none is known
 * @param defis codes of the défis it serves, mostly none
 * @param levels the levels it is for, empty for all; none is empty or has a {@code |}
 * @param published whether it may be recommended
 * @param publishedOn the day it was published (else created), or null when unknown
 */
public record CatalogueItem(
        ContentKey key,
        String title,
        int theme,
        List<String> defis,
        List<String> levels,
        boolean published,
        @Nullable LocalDate publishedOn) {

    public CatalogueItem {
        defis = List.copyOf(defis);
        levels = List.copyOf(levels);
    }

    /** Whether it serves a défi. */
    public boolean isPriority() {
        return !defis.isEmpty();
    }

    /** Whether it is for pupils of a stage; one that names no known level is for all. */
    public boolean isFor(Stage stage) {
        TaughtLevels taught = TaughtLevels.ofLabels(levels);
        return taught.equals(TaughtLevels.NONE) || taught.contains(stage);
    }

    /** Where teachers read it. */
    public String url() {
        return switch (key.type()) {
            case "fiche_outils" -> "https://etreprof.fr/fiches-outils/" + key.id() + "/fo";
            case "guide_pratique" -> "https://etreprof.fr/guides-pratiques/" + key.id() + "/gp";
            case "article" -> "https://etreprof.fr/ressources/" + key.id();
            default -> "https://etreprof.fr";
        };
    }
}
