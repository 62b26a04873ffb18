package fr.ecolhuma.etreprof.demo.catalogue;

import fr.ecolhuma.etreprof.csv.CsvWriter;
import fr.ecolhuma.etreprof.demo.chance.Era;
import fr.ecolhuma.etreprof.demo.chance.Messiness;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes contents.csv and content_with_topics.csv. */
public final class CatalogueWriter {

    private static final List<String> DEFIS = List.of(
            "ecological_transition", "mental_health", "inclusive_school", "psychosocial_skills", "student_success");
    private static final int HOUR = 10;
    private static final int NO_TOPIC = 10;

    private final Era era;
    private final List<DemoContent> items;

    public CatalogueWriter(Era era, List<DemoContent> items) {
        this.era = era;
        this.items = items;
    }

    public void contents(CsvWriter csv) throws IOException {
        csv.header(List.of(
                "id",
                "title",
                "type",
                "markdown",
                "etat",
                "niveaux",
                "created_at",
                "published_at",
                "transition_ecologique",
                "sante_mentale",
                "ecole_inclusive",
                "cps",
                "reussite_tous_eleves"));
        for (int row = 0; row < items.size(); row++) {
            content(csv, items.get(row), row);
        }
    }

    /** The themes in French, of nine contents in ten. */
    public void topics(CsvWriter csv) throws IOException {
        ThemeLabels labels = new ThemeLabels();
        csv.header(List.of("id", "type", "reduced topics"));
        for (int row = 0; row < items.size(); row++) {
            DemoContent item = items.get(row);
            if (row % NO_TOPIC != NO_TOPIC - 1) {
                csv.number(item.id())
                        .text(item.type())
                        .text(labels.of(item.text().theme()))
                        .endRow();
            }
        }
    }

    private void content(CsvWriter csv, DemoContent item, int row) throws IOException {
        csv.number(item.id())
                .text(item.title())
                .text(item.type())
                .text(Messiness.markdown(item.text().markdown(), row))
                .text(item.etat())
                .text(pythonList(item.levels()))
                .text(instant(item.created(), row))
                .text(instant(item.published(), row));
        for (String defi : DEFIS) {
            csv.number(item.text().defis().contains(defi) ? 1 : 0);
        }
        csv.endRow();
    }

    private static String pythonList(List<String> texts) {
        return texts.stream().map(text -> "'" + text + "'").collect(Collectors.joining(",", "[", "]"));
    }

    private @Nullable String instant(@Nullable Integer day, int row) {
        return day == null ? null : era.date(day) + " " + (HOUR + row % 9) + ":" + (10 + row % 50) + ":00";
    }
}
