package fr.ecolhuma.etreprof.demo.catalogue;

import fr.ecolhuma.etreprof.corpus.CorpusText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One content of the demo catalogue.
 *
 * @param id unique among the contents of its type only
 * @param text its title, markdown and labels
 * @param levels the levels for which it is written, empty when it suits all
 * @param etat null, {@code publie}, {@code archive} or {@code brouillon}
 * @param created day of the era
 * @param published day of the era, null when it never was
 * @param withdrawn first day of the era on which users can no longer use it
 * @param popularity relative, above 0
 */
public record DemoContent(
        int id,
        CorpusText text,
        String title,
        List<String> levels,
        @Nullable String etat,
        int created,
        @Nullable Integer published,
        int withdrawn,
        double popularity) {

    private static final int NEVER = Integer.MAX_VALUE;

    String type() {
        return text.type();
    }

    public int firstDay() {
        return published == null ? NEVER : published;
    }

    /** Whether a user who is active on the days from … to could meet it. */
    public boolean meets(int from, int to) {
        return firstDay() <= to && withdrawn > from && firstDay() < withdrawn;
    }
}
