package fr.ecolhuma.etreprof.domain;

import fr.ecolhuma.etreprof.domain.TaughtLevels.Stage;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A content for the recommender and for answers.
 *
 * @param key its type and id
 * @param title its title
 * @param theme the theme's id, -1 when none is known
 * @param defis codes of the défis that it serves, mostly none
 * @param levels the levels for which it is, empty for all; a level is never empty and has no {@code |}
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

    /** Whether it is for pupils of a stage; a content without a known level is for all. */
    public boolean isFor(Stage stage) {
        TaughtLevels taught = TaughtLevels.ofLabels(levels);
        return taught.equals(TaughtLevels.NONE) || taught.contains(stage);
    }

    /** The address at which teachers read it. */
    public String url() {
        return switch (key.type()) {
            case "fiche_outils" -> "https://etreprof.fr/fiches-outils/" + key.id() + "/fo";
            case "guide_pratique" -> "https://etreprof.fr/guides-pratiques/" + key.id() + "/gp";
            case "article" -> "https://etreprof.fr/ressources/" + key.id();
            default -> "https://etreprof.fr";
        };
    }
}
