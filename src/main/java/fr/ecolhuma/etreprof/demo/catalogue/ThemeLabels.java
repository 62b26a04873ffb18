package fr.ecolhuma.etreprof.demo.catalogue;

import fr.ecolhuma.etreprof.domain.Taxonomy;
import fr.ecolhuma.etreprof.domain.Theme;

/** French labels of the themes, from the taxonomy. */
final class ThemeLabels {

    private final Taxonomy taxonomy = Taxonomy.load();

    /** The label of a theme's code, the code itself when the taxonomy does not know it. */
    String of(String code) {
        Theme theme = taxonomy.themeByCode(code);
        return theme == null ? code : theme.labelFr();
    }
}
