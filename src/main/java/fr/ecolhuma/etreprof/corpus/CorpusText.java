package fr.ecolhuma.etreprof.corpus;

import java.util.List;

/**
 * One text of the corpus, in French.
 *
 * @param slug file name without its ending, unique in its theme
 * @param title never blank
 * @param type of content, such as {@code article} or {@code fiche_outils}
 * @param theme code of its one theme
 * @param defis codes of 0 to 2 défis
 * @param levels the school levels for which it is written, empty when it suits all
 * @param markdown the text itself, without the front matter
 */
public record CorpusText(
        String slug,
        String title,
        String type,
        String theme,
        List<String> defis,
        List<String> levels,
        String markdown) {

    /** Copies the lists. */
    public CorpusText {
        defis = List.copyOf(defis);
        levels = List.copyOf(levels);
    }
}
