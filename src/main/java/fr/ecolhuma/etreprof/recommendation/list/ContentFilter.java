package fr.ecolhuma.etreprof.recommendation.list;

import fr.ecolhuma.etreprof.domain.CatalogueItem;
import fr.ecolhuma.etreprof.domain.TaughtLevels.Stage;
import org.jspecify.annotations.Nullable;

/**
 * A caller's choice of contents; null means any.
 *
 * @param theme a theme's id
 * @param defi a défi's code
 * @param type a content type
 * @param stage the stage for which the content must be
 */
public record ContentFilter(
        @Nullable Integer theme,
        @Nullable String defi,
        @Nullable String type,
        @Nullable Stage stage) {

    /** Any content. */
    public static final ContentFilter ANY = new ContentFilter(null, null, null);

    /** Contents for any stage. */
    public ContentFilter(@Nullable Integer theme, @Nullable String defi, @Nullable String type) {
        this(theme, defi, type, null);
    }

    /** Whether a content may be recommended and passes the filter. */
    public boolean accepts(CatalogueItem item) {
        return item.published()
                && (theme == null || theme == item.theme())
                && (defi == null || item.defis().contains(defi))
                && (type == null || type.equals(item.key().type()))
                && (stage == null || item.isFor(stage));
    }
}
