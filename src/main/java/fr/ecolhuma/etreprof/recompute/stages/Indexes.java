package fr.ecolhuma.etreprof.recompute.stages;

import fr.ecolhuma.etreprof.domain.CatalogueItem;
import fr.ecolhuma.etreprof.domain.Defi;
import fr.ecolhuma.etreprof.domain.Taxonomy;
import fr.ecolhuma.etreprof.ingestion.row.Content;
import fr.ecolhuma.etreprof.ingestion.row.User;
import fr.ecolhuma.etreprof.segmentation.Assignments;
import fr.ecolhuma.etreprof.snapshot.model.UserIndex;
import fr.ecolhuma.etreprof.snapshot.model.UserIndexBuilder;
import fr.ecolhuma.etreprof.tables.CountMatrix;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Turns the tables of an extraction into the indexes for serving. */
final class Indexes {

    private Indexes() {}

    static UserIndex users(List<User> users, CountMatrix counts, Assignments assignments) {
        UserIndexBuilder index = new UserIndexBuilder(counts.columns());
        for (int row = 0; row < users.size(); row++) {
            User user = users.get(row);
            index.add(
                    user.id(),
                    assignments.segment(row),
                    user.degre(),
                    user.levels(),
                    user.anciennete(),
                    user.academie(),
                    counts.row(row));
        }
        return index.build();
    }

    /**
     * The contents as they are served.
     *
     * @param asOf the day by which a content that may be recommended is published
     */
    static List<CatalogueItem> catalogue(
            List<Content> contents, List<Integer> themes, Taxonomy taxonomy, LocalDate asOf) {
        List<CatalogueItem> catalogue = new ArrayList<>();
        for (int i = 0; i < contents.size(); i++) {
            catalogue.add(item(contents.get(i), themes.get(i), taxonomy, asOf));
        }
        return catalogue;
    }

    private static CatalogueItem item(Content content, int theme, Taxonomy taxonomy, LocalDate asOf) {
        return new CatalogueItem(
                content.key(),
                content.title(),
                theme,
                taxonomy.defisOfColumns(content.flags()).stream()
                        .map(Defi::code)
                        .toList(),
                content.levels().stream()
                        .filter(level -> !level.isEmpty())
                        .map(level -> level.replace('|', '/'))
                        .toList(),
                content.isPublishedBy(asOf),
                content.day());
    }
}
